// What a try costs says nothing about whom it is for.
import { scrypt } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import * as accounts from '#domain/accounts/index.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Scope } from '#domain/scope.ts'
import { openHouse, openWorld, type World } from '../../support/node.ts'

// The real one; only its calls are counted.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  return { ...real, scrypt: vi.fn(real.scrypt) }
})
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'a long enough password'
const form = (name: string) => ({ name, email: `${name}@example.org`, password: PASSWORD })

/** A house where Ana has confirmed her address and Ben has not. */
async function open(): Promise<{ world: World; visitor: Scope }> {
  const world = await openWorld()
  const visitor = (await openHouse(world)).scope({ kind: 'visitor' })
  for (const name of ['ana', 'ben']) await accounts.signUp(visitor, form(name), 'en', 'somewhere')
  const job = world.jobs.find((one) => one.job === 'mail')
  await accounts.confirm(visitor, job?.letter.key ?? '')
  return { world, visitor }
}

/** How many passwords were worked on and how many requests were made. */
async function workOf(world: World, what: () => Promise<unknown>) {
  vi.mocked(scrypt).mockClear()
  world.trips.length = 0
  const refused = await what().then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.reason : 'a bug'),
  )
  return { refused, passwords: vi.mocked(scrypt).mock.calls.length, requests: world.trips.length }
}

test('to be refused costs the same for a known address, one that waits for its proof and an unknown one', async () => {
  const { world, visitor } = await open()
  for (const name of ['ana', 'ben', 'nobody']) {
    const wrong = { email: `${name}@example.org`, password: 'not the password' }
    const work = await workOf(world, () => accounts.signIn(visitor, wrong, 'somewhere'))
    expect(work, name).toEqual({ refused: 'wrongSignIn', passwords: 1, requests: 1 })
  }
})

test('to sign up costs the same for a known address, one that waits for its proof and an unknown one', async () => {
  const { world, visitor } = await open()
  for (const name of ['ana', 'ben', 'nobody']) {
    const work = await workOf(world, () => accounts.signUp(visitor, form(name), 'en', 'somewhere'))
    expect(work, name).toEqual({ refused: undefined, passwords: 1, requests: 2 })
  }
})

test('who tries too often costs no work on passwords', async () => {
  const { world, visitor } = await open()
  const wrong = { email: 'ana@example.org', password: 'not the password' }
  for (let at = 0; at < 5; at++) await workOf(world, () => accounts.signIn(visitor, wrong, 'somewhere'))
  const work = await workOf(world, () => accounts.signIn(visitor, wrong, 'somewhere'))
  expect(work).toEqual({ refused: 'tooManyTries', passwords: 0, requests: 1 })
})

test('only who is signed in signs out', async () => {
  const { visitor } = await open()
  await expect(accounts.signOut(visitor, 'a token')).rejects.toThrow(new Refusal('forbidden', 'signInFirst'))
})
