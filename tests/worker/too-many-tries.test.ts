// Guessing at the door, slowed down.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type House, letPass, openHouse, PASSWORD, rowsIn } from '../support/worker.ts'

const emailIn = (house: House, name = 'ana') => `${name}@${house.organisation.tenant.slug}.example`

/** A try to sign in from a place. */
const attempt = (house: House, email: string, password: string, place = '192.0.2.1') =>
  house.post('/en/sign-in', { email, password }, undefined, { 'cf-connecting-ip': place })

async function tryWrongly(house: House, times: number, email = emailIn(house), place?: string) {
  const statuses: number[] = []
  for (let at = 0; at < times; at++) statuses.push((await attempt(house, email, 'wrong', place)).status)
  return statuses
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const triedBefore = (house: House, counter: string, count: number) =>
  rowsIn(house, 'INSERT OR REPLACE INTO attempts (key, count, since) VALUES (?, ?, ?)', [
    hashOf(counter),
    count,
    Date.now(),
  ])

test('after five wrong tries from one place even the right password waits a quarter of an hour', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  expect(await tryWrongly(house, 5)).toEqual([422, 422, 422, 422, 422])
  const right = await attempt(house, emailIn(house), PASSWORD)
  expect(right.status).toBe(429)
  expect(right.headers.get('set-cookie')).toBeNull()
  const html = await right.text()
  expect(html).toContain('There were too many tries.')
  expect(html).toContain(`value="${emailIn(house)}"`)
  expect(await rowsIn(house, 'SELECT * FROM sessions')).toHaveLength(1)

  letPass(15 * 60_000)
  expect((await attempt(house, emailIn(house), PASSWORD)).status).toBe(303)
})

test('an unknown address is stopped just like a known one', async () => {
  const house = await openHouse()
  expect(await tryWrongly(house, 6, 'nobody@example.org')).toEqual([422, 422, 422, 422, 422, 429])
})

test('others, other places and other organisations are not stopped', async () => {
  const [house, other] = [await openHouse(), await openHouse()]
  await house.signIn('ana')
  await house.signIn('ben')
  await other.post('/en/sign-up', { name: 'Ana', email: emailIn(house), password: PASSWORD })
  await other.post(`/en/confirmation/${(await other.deliver())[0]?.key}`, {})
  await tryWrongly(house, 6)
  expect((await attempt(house, emailIn(house), PASSWORD)).status).toBe(429)
  expect((await attempt(house, emailIn(house, 'ben'), PASSWORD)).status).toBe(303)
  expect((await attempt(house, emailIn(house), PASSWORD, '198.51.100.7')).status).toBe(303)
  expect((await attempt(other, emailIn(house), PASSWORD)).status).toBe(303)
})

test('who gets in starts again from nothing', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  for (let round = 0; round < 2; round++) {
    await tryWrongly(house, 4)
    expect((await attempt(house, emailIn(house), PASSWORD)).status).toBe(303)
  }
})

test('one address that is tried from everywhere is stopped in the end', async () => {
  const house = await openHouse()
  await house.signIn('ana')
  await triedBefore(house, `sign-in ${emailIn(house)}`, 49)
  expect((await attempt(house, emailIn(house), PASSWORD, '198.51.100.7')).status).toBe(303)
  expect((await attempt(house, emailIn(house), PASSWORD, '198.51.100.8')).status).toBe(429)
})

test('one place that tries everybody is stopped in the end', async () => {
  const house = await openHouse()
  await triedBefore(house, 'sign-in from 192.0.2.1', 99)
  expect((await attempt(house, 'ana@example.org', 'wrong')).status).toBe(422)
  expect((await attempt(house, 'ben@example.org', 'wrong')).status).toBe(429)
  expect((await attempt(house, 'ben@example.org', 'wrong', '192.0.2.2')).status).toBe(422)
})

test('tries are counted under hashes: no address of a person or a machine is kept', async () => {
  const house = await openHouse()
  await tryWrongly(house, 1)
  const rows = await rowsIn<{ key: string }>(house, 'SELECT * FROM attempts')
  expect(rows).toHaveLength(3)
  for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.1|ana@/)
})
