import { scrypt } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { hashPassword, PARAMETERS, passwordMatches } from '#domain/accounts/passwords.ts'

// The real one; only its calls are counted.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  return { ...real, scrypt: vi.fn(real.scrypt) }
})
vi.setConfig({ testTimeout: 60_000 })

const { N, r, p } = PARAMETERS

describe('how passwords are kept', () => {
  test('the parameters are strong enough, and not more than production allows', () => {
    expect(N).toBeGreaterThanOrEqual(2 ** 14)
    expect(Number.isInteger(Math.log2(N))).toBe(true)
    expect(N * r * p).toBeLessThanOrEqual(2 ** 20)
    // The memory that one try costs whoever guesses (RFC 7914): 128·N·r bytes
    expect(128 * N * r).toBeGreaterThanOrEqual(16 * 1024 * 1024)
  })

  test('a hash names its parameters and has its own salt', async () => {
    const one = await hashPassword('a long enough password')
    const other = await hashPassword('a long enough password')
    for (const hash of [one, other]) {
      expect(hash).toMatch(new RegExp(`^scrypt\\$${N}\\$${r}\\$${p}\\$[\\w-]{22}\\$[\\w-]{43}$`))
      expect(hash).not.toContain('password')
    }
    expect(one.split('$')[4]).not.toBe(other.split('$')[4])
    expect(one.split('$')[5]).not.toBe(other.split('$')[5])
  })

  test('only the same password fits', async () => {
    const hash = await hashPassword('a long enough password')
    expect(await passwordMatches('a long enough password', hash)).toBe(true)
    for (const wrong of ['a long enough passwore', 'A long enough password', 'a long enough password ', '']) {
      expect(await passwordMatches(wrong, hash)).toBe(false)
    }
  })

  test('a hash made with older parameters still fits', async () => {
    // RFC 7914, 12: scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1), of which we keep 32 bytes
    const salt = Buffer.from('SodiumChloride').toString('base64url')
    const key = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex')
    const kept = `scrypt$16384$8$1$${salt}$${key.toString('base64url')}`
    expect(await passwordMatches('pleaseletmein', kept)).toBe(true)
    expect(await passwordMatches('pleaseletmeout', kept)).toBe(false)
  })

  test('the same letters fit however a keyboard composes them', async () => {
    const composed = await hashPassword('señora çà ﬁre')
    expect(await passwordMatches('sen\u0303ora c\u0327a\u0300 fire', composed)).toBe(true)
    expect(await passwordMatches('senora ca fire', composed)).toBe(false)
  })
})

describe('who is unknown', () => {
  test('fits no password, whatever it is', async () => {
    for (const password of ['', 'a long enough password', '\0']) {
      expect(await passwordMatches(password, undefined)).toBe(false)
    }
  })

  test('costs the same work as somebody who is known', async () => {
    const hash = await hashPassword('a long enough password')
    const work = async (stored: string | undefined) => {
      vi.mocked(scrypt).mockClear()
      await passwordMatches('a wrong password', stored)
      return vi.mocked(scrypt).mock.calls.map(([, , bytes, parameters]) => ({ bytes, parameters }))
    }
    expect(await work(hash)).toEqual([{ bytes: 32, parameters: PARAMETERS }])
    expect(await work(undefined)).toEqual(await work(hash))
  })
})
