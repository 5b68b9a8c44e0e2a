import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as organisations from '#domain/organisations/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { newId } from '#schema/ids.ts'
import { events, hosts, organisations as rows, suspensions } from '#schema/registry/tables.ts'
import { registryHere } from '#tools/outside.ts'
import { founding, openWorld, type World } from '../../support/node.ts'

const happened = async (world: World, about: string) => {
  const { db } = registryHere(world)
  const found = await db.select().from(events).where(eq(events.about, about)).orderBy(events.at, events.id)
  return found.map(({ what, actor, detail }) => ({ what, actor, detail }))
}

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(
    () => 'it was not refused',
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error
}

describe('founding', () => {
  test('writes the organisation and its address, and opens nothing', async () => {
    const world = await openWorld()
    const made = await organisations.found(
      registryHere(world),
      founding('intras', { firstWorks: ['tool/calls'] }),
    )
    expect(made).toMatchObject({
      tenant: {
        slug: 'intras',
        name: 'House intras',
        origin: 'https://intras.connections.test',
        catalogueVersion: 1,
        defaultLanguage: 'it',
      },
      address: undefined,
      launched: undefined,
      suspension: undefined,
      firstWorks: ['tool/calls'],
    })
    expect(await organisations.atHost(registryHere(world), 'intras')).toEqual(made)
    expect(await organisations.byId(registryHere(world), made.tenant.organisation)).toEqual(made)
  })

  test('is recorded', async () => {
    const world = await openWorld()
    const { tenant } = await organisations.found(registryHere(world), founding('intras'))
    expect(await happened(world, tenant.organisation)).toEqual([
      { what: 'organisation.founded', actor: 'command line', detail: { slug: 'intras' } },
    ])
  })

  test.each([
    '',
    'ab',
    'a'.repeat(41),
    '-abc',
    'abc-',
    'Abc',
    'a_b',
    'a.b',
    'a b',
    'ñandu',
    'xn--nandu-pta',
    'abc\n',
    '../abc',
    'a/b',
    'abc.',
    "abc'",
    '\0abc',
    'ａｂｃ',
  ])('at an address that cannot be one is refused: %j', async (slug) => {
    const world = await openWorld()
    expect(await refusalOf(organisations.found(registryHere(world), founding(slug)))).toEqual(
      new Refusal('invalid', 'slugForm', [{ field: 'slug', reason: 'slugForm' }]),
    )
    expect(await registryHere(world).db.select().from(rows)).toEqual([])
  })

  test.each(['www', 'api', 'admin', 'mail', 'registry', 'commons', 'outbox', 'wpad', 'autodiscover'])(
    'at an address that is kept for the platform is refused: %s',
    async (slug) => {
      const world = await openWorld()
      expect((await refusalOf(organisations.found(registryHere(world), founding(slug)))).reason).toBe(
        'slugReserved',
      )
    },
  )

  test('at an address that is taken is refused', async () => {
    const world = await openWorld()
    await organisations.found(registryHere(world), founding('intras'))
    expect(await refusalOf(organisations.found(registryHere(world), founding('intras')))).toEqual(
      new Refusal('conflict', 'slugTaken'),
    )
    expect(await registryHere(world).db.select().from(rows)).toHaveLength(1)
  })

  test('at an address that another organisation had earlier is refused', async () => {
    const world = await openWorld()
    const { tenant } = await organisations.found(registryHere(world), founding('intras'))
    const { db } = registryHere(world)
    await db.insert(hosts).values({ name: 'intras-before', organisation: tenant.organisation, since: 1 })
    expect((await refusalOf(organisations.found(registryHere(world), founding('intras-before')))).kind).toBe(
      'conflict',
    )
  })

  test('of two at once one is made, and nothing is left of the other', async () => {
    const world = await openWorld()
    const both = await Promise.allSettled(
      [1, 2].map(() => organisations.found(registryHere(world), founding('intras'))),
    )
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { db } = registryHere(world)
    expect(await db.select().from(rows)).toHaveLength(1)
    expect(await db.select().from(hosts)).toHaveLength(1)
    expect(await db.select().from(events)).toHaveLength(1)
  })
})

test('every reserved address has the form of an address', () => {
  for (const slug of organisations.RESERVED)
    expect(organisations.slugFault(slug), slug).toBe(slug.length < 3 ? 'slugForm' : 'slugReserved')
})

test('the addresses of the demonstration may be had', () => {
  for (const slug of ['intras', 'anziani-e-non-solo', 'sosu', 'aproximar', 'virtual-campus', 'easi', 'a1b'])
    expect(organisations.slugFault(slug), slug).toBeUndefined()
})

describe('resolving', () => {
  test('finds an organisation by an older address of it', async () => {
    const world = await openWorld()
    const { tenant } = await organisations.found(registryHere(world), founding('intras'))
    const { db } = registryHere(world)
    await db.insert(hosts).values({ name: 'intras-before', organisation: tenant.organisation, since: 1 })
    const found = await organisations.atHost(registryHere(world), 'intras-before')
    expect(found?.tenant.slug).toBe('intras')
    expect(await organisations.bySlug(registryHere(world), 'intras-before')).toBeUndefined()
  })

  test('is one request, and finds nobody at an unknown address', async () => {
    const world = await openWorld()
    for (const label of ['nobody', '', "' or 1=1 --", 'INTRAS', '\0'])
      expect(await organisations.atHost(registryHere(world), label)).toBeUndefined()
    expect(world.trips).toHaveLength(5)
  })

  test('lists all by their address', async () => {
    const world = await openWorld()
    for (const slug of ['sosu', 'aproximar', 'intras'])
      await organisations.found(registryHere(world), founding(slug))
    const all = await organisations.all(registryHere(world))
    expect(all.map(({ tenant }) => tenant.slug)).toEqual(['aproximar', 'intras', 'sosu'])
  })

  test('an organisation that does not exist is missing', async () => {
    const world = await openWorld()
    const nobody = newId('organisation', 1)
    expect((await refusalOf(organisations.existing(registryHere(world), nobody))).kind).toBe('missing')
  })
})

describe('suspending', () => {
  async function open() {
    const world = await openWorld()
    const { tenant } = await organisations.found(registryHere(world), founding('intras'))
    const now = () => organisations.existing(registryHere(world), tenant.organisation)
    const suspend = (reason: string) =>
      organisations.suspend(registryHere(world), tenant.organisation, reason)
    const resume = () => organisations.resume(registryHere(world), tenant.organisation)
    const what = async () => (await happened(world, tenant.organisation)).map((event) => event.what)
    return { world, now, suspend, resume, what }
  }

  test('closes an organisation with a reason, and is recorded', async () => {
    const { world, now, suspend, what } = await open()
    const suspension = await suspend('The contract ended')
    expect((await now()).suspension).toEqual(suspension)
    expect(suspension).toMatchObject({ reason: 'The contract ended' })
    expect(await what()).toEqual(['organisation.founded', 'organisation.suspended'])
    expect(await registryHere(world).db.select().from(suspensions)).toMatchObject([{ by: 'command line' }])
  })

  test('again keeps the first reason and is not recorded again', async () => {
    const { suspend, what } = await open()
    const first = await suspend('The contract ended')
    expect(await suspend('Another reason')).toEqual(first)
    expect(await what()).toEqual(['organisation.founded', 'organisation.suspended'])
  })

  test('ends when it is lifted, and that is recorded; lifting it again changes nothing', async () => {
    const { now, suspend, resume, what } = await open()
    await suspend('The contract ended')
    await resume()
    await resume()
    expect((await now()).suspension).toBeUndefined()
    expect(await what()).toEqual(['organisation.founded', 'organisation.suspended', 'organisation.resumed'])
    await suspend('Once more')
    expect((await now()).suspension?.reason).toBe('Once more')
  })

  test('an organisation that does not exist is refused', async () => {
    const { world } = await open()
    const nobody = newId('organisation', 1)
    const registry = registryHere(world)
    expect((await refusalOf(organisations.suspend(registry, nobody, 'x'))).kind).toBe('missing')
    expect((await refusalOf(organisations.resume(registry, nobody))).kind).toBe('missing')
  })
})
