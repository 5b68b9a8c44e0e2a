import { cpSync, existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connect, execute, folder, pause, sendAll, start } from './support.ts'

const OPEN_FILES = '/proc/self/fd' // of Linux

test('a database whose file is damaged fails alone', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => log.mockRestore())
  const [before, dir] = [folder(), folder()]
  for (const name of ['intras', 'aproximar'])
    await connect(start({ dir: before, autoCreate: true }), name).execute('SELECT 1')
  cpSync(before, dir, { recursive: true })
  writeFileSync(join(dir, 'intras.db'), 'This is no database. '.repeat(1000))
  const server = start({ dir })
  await expect(connect(server, 'intras').execute('SELECT 1')).rejects.toThrow(
    'HTTP status 500: Internal error',
  )
  expect(log).toHaveBeenCalled()
  expect((await connect(server, 'aproximar').execute('SELECT 1 AS a')).rows).toEqual([{ a: 1 }])
})

test('a database whose file was taken away is missing after a restart, not empty', async () => {
  const [before, dir] = [folder(), folder()]
  await connect(start({ dir: before, autoCreate: true })).execute('CREATE TABLE t (a)')
  cpSync(join(before, 'databases.json'), join(dir, 'databases.json'))
  await expect(connect(start({ dir })).execute('SELECT 1')).rejects.toThrow('HTTP status 404')
})

test('a connection that went back to the others sees what was done to the tables since', async () => {
  const server = start({ autoCreate: true })
  const columns = async () => (await connect(server).execute('SELECT * FROM t')).columns
  // two streams at once, so that two connections exist, each with its own idea of the schema
  const [one, two] = [
    await sendAll(server, [execute('CREATE TABLE t (a)')]),
    await sendAll(server, [execute('SELECT * FROM t')]),
  ]
  await sendAll(server, [execute('ALTER TABLE t ADD COLUMN b'), { type: 'close' }], one.baton)
  const { results } = await sendAll(server, [execute('SELECT * FROM t'), { type: 'close' }], two.baton)
  expect(results[0]?.response?.result).toMatchObject({ cols: [{ name: 'a' }, { name: 'b' }] })
  await connect(server).execute('ALTER TABLE t RENAME COLUMN a TO c')
  const both = await Promise.all([columns(), columns(), columns()])
  expect(both).toEqual([
    ['c', 'b'],
    ['c', 'b'],
    ['c', 'b'],
  ])
  await connect(server).execute('DROP TABLE t')
  for (let i = 0; i < 3; i++) await expect(columns()).rejects.toThrow('no such table: t')
})

test.skipIf(!existsSync(OPEN_FILES))('many databases in use do not keep all their files open', async () => {
  const server = start({ autoCreate: true })
  const openFiles = () =>
    readdirSync(OPEN_FILES).filter((name) =>
      /^tenant-\d+\.db$/.test(basename(target(join(OPEN_FILES, name)))),
    )
  const names = Array.from({ length: 80 }, (_, i) => `tenant-${i}`)
  for (const name of names) await connect(server, name).execute('CREATE TABLE t (a)')
  for (let i = 0; i < 3; i++) await collectGarbage() // a file is closed when the last statement on it is collected
  expect(openFiles().length).toBeLessThanOrEqual(64)
  expect(openFiles().length).toBeGreaterThan(10)
  for (const name of names) expect((await connect(server, name).execute('SELECT * FROM t')).rows).toEqual([])
})

async function collectGarbage() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  await pause(10)
}

function target(link: string) {
  try {
    return readlinkSync(link)
  } catch {
    return '' // closed meanwhile
  }
}
