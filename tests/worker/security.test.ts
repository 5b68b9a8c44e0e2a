import { describe, expect, test } from 'vitest'
import worker from '../../workers/index.ts'
import {
  ask,
  bindings,
  type House,
  openHouse,
  openShared,
  origin,
  PASSWORD,
  trouble,
} from '../support/worker.ts'

const apex = new URL(origin).host
const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

function policyOf(answer: Response): Record<string, string> {
  const parts = (answer.headers.get('content-security-policy') ?? '').split('; ')
  return Object.fromEntries(parts.map((part) => part.split(/ (.*)/s).slice(0, 2)))
}
const nonceOf = (answer: Response) =>
  /^'nonce-([\w+/=]{22,})'$/.exec(policyOf(answer)['script-src'] ?? '')?.[1]
const noncesIn = (html: string) => [...html.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce)

/** One answer of every kind. */
async function answers(house: House, cookie: string): Promise<[string, Response][]> {
  const get = async (path: string, mine?: string): Promise<[string, Response]> => [
    path,
    await house.get(path, mine),
  ]
  const theme = /\/theme\/[0-9a-f]+\.css/.exec(await (await house.get('/en/')).text())?.[0] ?? ''
  return [
    await get('/en/courses/basics/first'),
    await get('/en/courses/basics/first'),
    await get('/en/me', cookie),
    await get('/en/me'),
    await get('/en/sign-in'),
    await get('/en/confirmation/nothing'),
    await get('/en/nowhere'),
    await get('/'),
    await get(theme),
    await get(theme.replace('.css', '.svg')),
    await get('/robots.txt'),
    await get('/sitemap.xml'),
    await get('/dev/outbox'),
    ['form', await house.post('/en/sign-up', {})],
    ['foreign form', await house.post('/en/sign-up', {}, '', { origin: 'https://evil.example' })],
    ['large form', await house.post('/en/sign-up', { name: 'x'.repeat(70_000) })],
    ['unknown host', await ask(`nobody-is-here.${apex}`, '/')],
    ['another domain', await ask('evil.example', '/')],
    ['platform', await ask(apex, '/en/')],
    ['platform, elsewhere', await ask(apex, '/en/nowhere')],
    ['platform, first', await ask(apex, '/')],
    ['health', await ask(apex, '/healthz')],
  ]
}

describe('every answer', () => {
  test('carries the headers that keep a reader safe', async () => {
    const house = await openHouse()
    const all = await answers(house, await house.signIn('ana'))
    trouble('sc-', async () => new Response('', { status: 500 }))
    all.push(['no database', await house.get('/en/sign-in', '__Host-session=x')])
    for (const [what, answer] of all) {
      const header = (name: string) => answer.headers.get(name)
      const policy = policyOf(answer)
      expect(policy, what).toMatchObject(POLICY)
      expect(nonceOf(answer), what).toBeDefined()
      expect(header('content-security-policy'), what).not.toMatch(/unsafe|\*|http:/)
      expect(header('x-content-type-options'), what).toBe('nosniff')
      expect(header('referrer-policy'), what).toMatch(/^strict-origin/)
      expect(header('strict-transport-security'), what).toMatch(/^max-age=63072000; includeSubDomains/)
      expect(header('cross-origin-opener-policy'), what).toBe('same-origin')
      expect(header('permissions-policy'), what).toContain('camera=()')
      expect(header('x-request-id'), what).toMatch(/^[\w-]{36}$/)
      expect(header('x-public-page'), what).toBeNull()
      expect(header('server'), what).toBeNull()
      expect(header('x-powered-by'), what).toBeNull()
    }
    expect(new Set(all.map(([, answer]) => nonceOf(answer))).size).toBe(all.length)
    expect(new Set(all.map(([, answer]) => answer.status))).toEqual(
      new Set([200, 302, 303, 403, 404, 413, 422, 503]),
    )
  })

  test('that is a page has its scripts marked with its own nonce, also when the page was kept', async () => {
    const house = await openHouse()
    for (const path of [
      '/en/',
      '/en/',
      '/en/courses/basics',
      '/en/courses/basics',
      '/en/nowhere',
      '/en/sign-in',
    ]) {
      const answer = await house.get(path)
      const nonces = noncesIn(await answer.text())
      expect(nonces.length, path).toBeGreaterThan(0)
      expect(new Set(nonces), path).toEqual(new Set([nonceOf(answer)]))
    }
  })

  test('that is a page has no script, style or handler in its markup but the marked ones', async () => {
    const house = await openHouse()
    const cookie = await house.signIn('ana')
    const all = await answers(house, cookie)
    for (const [what, answer] of all) {
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await answer.text()
      expect(html, what).not.toMatch(/<script(?! type="application\/json")(?![^>]* nonce=)|<style/)
      expect(html, what).not.toMatch(/\s(href|src|action)="\s*javascript:/i)
      // Only names of attributes: the platform names the organisations of other tests too, whatever they are called.
      const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? []
      expect(tags.join('\n'), what).not.toMatch(/\sstyle=|\son[a-z]+=/)
    }
  })

  test('does not take the number of a request from the outside', async () => {
    const house = await openHouse()
    const answer = await house.get('/en/', '', { 'x-request-id': 'mine' })
    expect(answer.headers.get('x-request-id')).not.toBe('mine')
  })
})

test('only a site that is reached by https asks browsers to stay with it', async () => {
  const env = { ...bindings, PLATFORM_ORIGIN: 'http://localhost:8787' }
  const context = { waitUntil() {} } as never // as far as it is used
  const answer = await worker.fetch(new Request('http://localhost:8787/robots.txt'), env, context)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('strict-transport-security')).toBeNull()
})

test('nothing that somebody typed can pass for a marked script', async () => {
  const house = await openHouse()
  const first = await house.get('/en/toolbox')
  const old = nonceOf(first) ?? ''
  const typed = `nonce-of-this-answer ${old}`
  const answer = await house.get(`/en/search?q=${encodeURIComponent(typed)}`)
  const html = await answer.text()
  expect(html).toContain(typed)
  expect(noncesIn(html)).not.toContain(old)
  expect(html.split(nonceOf(answer) ?? '').length - 1).toBe(noncesIn(html).length)
})

test('the address of a page that is a key is told to no other page', async () => {
  const house = await openHouse()
  await house.post('/en/sign-up', { name: 'Ana', email: 'ana@example.org', password: PASSWORD })
  const [confirm] = await house.deliver()
  await house.post('/en/password-reset', { email: 'ana@example.org' })
  const [reset] = await house.deliver()
  for (const path of [`/en/confirmation/${confirm?.key}`, `/en/password-reset/${reset?.key}`]) {
    const page = await house.get(path)
    // Not no-referrer: with it older browsers hide where the form comes from, and it would be refused.
    expect(page.headers.get('referrer-policy')).toBe('strict-origin')
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(await page.text()).toContain('<meta name="robots" content="noindex"')
  }
  const refused = await house.post(`/en/password-reset/${reset?.key}`, { password: 'short' })
  expect(refused.headers.get('referrer-policy')).toBe('strict-origin')
  trouble('sc-', async () => new Response('', { status: 500 }))
  const broken = await house.get(`/en/password-reset/${reset?.key}`)
  expect(broken.status).toBe(503)
  expect(broken.headers.get('referrer-policy')).toBe('strict-origin')
})

describe('what may be kept', () => {
  test('a visitor’s browser asks again each time, and is told when nothing has changed', async () => {
    const house = await openHouse()
    for (const at of ['fresh', 'kept']) {
      const answer = await house.get('/en/courses')
      expect(answer.headers.get('cache-control'), at).toBe('public, max-age=0, must-revalidate')
      expect(answer.headers.get('vary'), at).toBe('Cookie')
      expect(answer.headers.get('etag'), at).toMatch(/^W\/"/)
      expect(answer.headers.get('content-language'), at).toBe('en')
    }
    const etag = (await house.get('/en/courses')).headers.get('etag') ?? ''
    const same = await house.get('/en/courses', '', { 'if-none-match': etag })
    expect(same.status).toBe(304)
    expect(await same.text()).toBe('')
    expect(same.headers.get('content-security-policy')).toBeNull()
    expect((await house.get('/en/courses', '', { 'if-none-match': 'W/"old"' })).status).toBe(200)
  })

  test('who is signed in gets a page of their own each time', async () => {
    const house = await openHouse()
    const etag = (await house.get('/en/courses')).headers.get('etag') ?? ''
    const cookie = await house.signIn('ana')
    for (const path of ['/en/courses', '/en/', '/en/courses/basics', '/en/me', '/en/search']) {
      const answer = await house.get(path, cookie, { 'if-none-match': etag })
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('cache-control'), path).toBe('private, no-store')
      expect(answer.headers.get('etag'), path).toBeNull()
      expect(await answer.text(), path).toContain('My learning')
      expect(await (await house.get(path)).text(), path).not.toContain('My learning')
    }
  })

  test('forms, answers to them, and pages about trouble are kept by nobody', async () => {
    const house = await openHouse()
    const some = [
      await house.get('/en/sign-in'),
      await house.get('/en/sign-up'),
      await house.get('/en/password-reset'),
      await house.get('/en/nowhere'),
      await house.get('/en/courses?need=mood'),
      await house.post('/en/sign-in', {}),
      await ask(`nobody-is-here.${apex}`, '/'),
    ]
    for (const answer of some) expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('a theme is kept for ever under its own address, and for a minute under an old one', async () => {
    const house = await openHouse()
    const [theme = ''] = /\/theme\/[0-9a-f]{16}\.css/.exec(await (await house.get('/en/')).text()) ?? []
    const own = await house.get(theme)
    expect(own.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(own.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const old = await house.get('/theme/0123456789abcdef.css')
    expect(old.headers.get('cache-control')).toBe('public, max-age=60')
    expect((await house.get('/theme/nothing.css')).status).toBe(404)
  })
})

test('health is told by the databases that everybody needs', async () => {
  await openShared()
  expect(await (await ask(apex, '/healthz')).text()).toBe('ok')
  trouble('commons', async () => new Response('', { status: 500 }))
  expect((await ask(apex, '/healthz')).status).toBe(503)
})
