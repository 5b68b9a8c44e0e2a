// Which databases there are, whose they are, and where they live: files in one folder beside their list.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFile } from './database-file.ts'
import { Refused } from './errors.ts'
import { Pool } from './pool.ts'

export interface Database {
  id: string
  name: string
  organisation: string
  group: string
}

interface DatabasesOptions {
  dir: string
  durable: boolean
  transactionTimeoutMs: number
  hostname: (database: string, organisation: string) => string
}

/** As Turso has it: lower case, digits and dashes, no longer than 64. */
const isName = (name: string) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(name)

export class Databases {
  readonly #options: DatabasesOptions
  readonly #pool: Pool
  readonly #list = new Map<string, Database>()
  readonly #byHost = new Map<string, Database>()
  readonly #files = new Map<string, DatabaseFile>()

  constructor(options: DatabasesOptions) {
    this.#options = options
    this.#pool = new Pool(options.durable)
    mkdirSync(options.dir, { recursive: true })
    for (const database of this.#read()) {
      const isThere = existsSync(this.#path(database.name)) // the engine would make an empty one in silence
      if (isThere) this.#add(database)
    }
  }

  of(organisation: string): Database[] {
    return [...this.#list.values()].filter((database) => database.organisation === organisation)
  }

  find(name: string): Database | undefined {
    return this.#list.get(name)
  }

  hostname({ name, organisation }: Database): string {
    return this.#options.hostname(name, organisation)
  }

  /** By the host that was given out for it, else by the first label: `https://<name>.whatever`. */
  nameAt({ host, hostname }: URL): string {
    const given = this.#byHost.get(host) ?? this.#byHost.get(hostname)
    return given?.name ?? hostname.replace(/\..*$/, '')
  }

  create(name: string, organisation: string, group: string): Database {
    if (!isName(name))
      throw new Refused(400, 'database name must have only lowercase letters, digits and dashes, 64 at most')
    if (this.#list.has(name)) throw new Refused(409, `database with name ${name} already exists`)
    const database = { id: randomUUID(), name, organisation, group }
    this.#removeFiles(name) // what a crash between the two steps of a removal may have left
    this.#add(database)
    this.#pool.giveBack(this.#path(name), this.#pool.take(this.#path(name))) // makes the file
    this.#write()
    return database
  }

  open({ name }: Database): DatabaseFile {
    const open = this.#files.get(name)
    if (open) return open
    const file = new DatabaseFile(this.#path(name), this.#pool, this.#options.transactionTimeoutMs)
    this.#files.set(name, file)
    return file
  }

  /** Forgets it and removes its files. Streams that use it must have been closed before. */
  remove(database: Database) {
    this.#list.delete(database.name)
    this.#byHost.delete(this.hostname(database))
    this.#files.delete(database.name)
    this.#write()
    this.#pool.close(this.#path(database.name))
    this.#removeFiles(database.name)
  }

  close() {
    this.#pool.close()
  }

  #add(database: Database) {
    this.#list.set(database.name, database)
    this.#byHost.set(this.hostname(database), database)
  }

  #path(name: string) {
    return join(this.#options.dir, `${name}.db`)
  }

  #removeFiles(name: string) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path(name) + suffix, { force: true })
  }

  get #listPath() {
    return join(this.#options.dir, 'databases.json')
  }

  #read(): Database[] {
    if (!existsSync(this.#listPath)) return []
    return JSON.parse(readFileSync(this.#listPath, 'utf8')) as Database[] // as it was written below
  }

  /** Renaming is atomic: a process that is killed leaves the old list or the new one. */
  #write() {
    writeFileSync(`${this.#listPath}.new`, JSON.stringify([...this.#list.values()], null, 2))
    renameSync(`${this.#listPath}.new`, this.#listPath)
  }
}
