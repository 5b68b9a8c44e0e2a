import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql/http'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { openDatabase } from './support.ts'

const courses = sqliteTable('courses', {
  id: text().primaryKey(),
  hours: integer().notNull(),
  open: integer({ mode: 'boolean' }).notNull().default(true),
  since: integer({ mode: 'timestamp_ms' }),
  outcomes: text({ mode: 'json' }).$type<string[]>(),
  cover: blob({ mode: 'buffer' }),
})

async function open() {
  const client = openDatabase()
  await client.execute(
    'CREATE TABLE courses (id TEXT PRIMARY KEY, hours INTEGER NOT NULL, open INTEGER NOT NULL, since INTEGER, outcomes TEXT, cover BLOB) STRICT',
  )
  return drizzle({ client, schema: { courses } })
}

const course = (id: string, hours = 5) => ({ id, hours })
type Database = Awaited<ReturnType<typeof open>>
const ids = async (db: Database) =>
  (await db.select({ id: courses.id }).from(courses).orderBy(courses.id)).map((row) => row.id)

describe('Drizzle', () => {
  test('keeps and reads rows of every type', async () => {
    const db = await open()
    const whole = {
      id: 'm1',
      hours: 5,
      open: false,
      since: new Date(1_800_000_000_000),
      outcomes: ['listen', 'ask'],
      cover: Buffer.from('c'),
    }
    expect(await db.insert(courses).values(whole).returning()).toEqual([whole])
    expect(await db.query.courses.findFirst({ where: eq(courses.open, false) })).toEqual(whole)
    expect(await db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${courses}`)).toEqual({ n: 1 })
  })

  test('knows how many rows it changed', async () => {
    const db = await open()
    await db.insert(courses).values([course('m1'), course('m2')])
    expect((await db.update(courses).set({ hours: 6 })).rowsAffected).toBe(2)
    expect((await db.delete(courses).where(eq(courses.id, 'm3'))).rowsAffected).toBe(0)
  })

  test('sends a batch that is done whole', async () => {
    const db = await open()
    const [, updated, all] = await db.batch([
      db.insert(courses).values(course('m1')),
      db.update(courses).set({ hours: 7 }).returning({ hours: courses.hours }),
      db.select().from(courses),
    ])
    expect(updated).toEqual([{ hours: 7 }])
    expect(all).toMatchObject([{ id: 'm1', hours: 7, open: true }])
  })

  test('sends a batch that is done not at all, and shows the error unwrapped', async () => {
    const db = await open()
    await db.insert(courses).values(course('m1'))
    const batch = db.batch([db.insert(courses).values(course('m0')), db.insert(courses).values(course('m1'))])
    await expect(batch).rejects.toMatchObject({
      name: 'LibsqlBatchError',
      code: 'SQLITE_CONSTRAINT',
      statementIndex: 1,
    })
    expect(await ids(db)).toEqual(['m1'])
  })

  test('commits a transaction', async () => {
    const db = await open()
    const hours = await db.transaction(async (tx) => {
      await tx.insert(courses).values(course('m1', 3))
      const [row] = await tx.select().from(courses)
      await tx.insert(courses).values(course('m2', (row?.hours ?? 0) * 2))
      return row?.hours
    })
    expect(hours).toBe(3)
    expect(await ids(db)).toEqual(['m1', 'm2'])
  })

  test('rolls a transaction back when it throws, or when asked to', async () => {
    const db = await open()
    const thrown = db.transaction(async (tx) => {
      await tx.insert(courses).values(course('m1'))
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    await expect(
      db.transaction(async (tx) => {
        await tx.insert(courses).values(course('m2'))
        tx.rollback()
      }),
    ).rejects.toThrow('Rollback')
    expect(await ids(db)).toEqual([])
  })

  test('runs transactions at once, one after the other', async () => {
    const db = await open()
    await db.insert(courses).values(course('m1', 0))
    await Promise.all(
      Array.from({ length: 10 }, () =>
        db.transaction(async (tx) => {
          const [row] = await tx.select().from(courses)
          await tx.update(courses).set({ hours: (row?.hours ?? 0) + 1 })
        }),
      ),
    )
    expect(await db.select({ hours: courses.hours }).from(courses)).toEqual([{ hours: 10 }])
  })
})
