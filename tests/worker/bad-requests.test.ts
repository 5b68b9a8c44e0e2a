// Requests that no browser and no form would send.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ask, type House, openHouse, PASSWORD, rowsIn } from '../support/worker.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})

/** So many forms would be too many from one place. */
const elsewhere = () => ({ 'cf-connecting-ip': crypto.randomUUID() })

/** Sends a body as it is. */
function send(path: string, body: BodyInit, type?: string) {
  const headers = { origin: `https://${house.host}`, ...elsewhere(), ...(type && { 'content-type': type }) }
  return ask(house.host, path, { method: 'POST', body, headers })
}

describe('a body that is no form', () => {
  const boundary = 'xyz'
  const multipart = `multipart/form-data; boundary=${boundary}`
  const fields = (...parts: string[]) =>
    `${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`
  const textPart = (name: string, value: string) =>
    `content-disposition: form-data; name="${name}"\r\n\r\n${value}`
  const filePart = (name: string, value: string) =>
    `content-disposition: form-data; name="${name}"; filename="x.txt"\r\ncontent-type: text/plain\r\n\r\n${value}`
  const form = 'application/x-www-form-urlencoded'

  const bodies: [what: string, body: BodyInit, type: string | undefined][] = [
    ['nothing at all', '', form],
    ['JSON', JSON.stringify({ email: 'ana@example.org' }), 'application/json'],
    ['text', 'email=ana@example.org', 'text/plain'],
    ['an unknown type', 'x', 'application/x-nothing'],
    ['a type that is none', 'x', ';;;'],
    ['a multipart form without a boundary', fields(textPart('email', 'a')), 'multipart/form-data'],
    [
      'a multipart form with another boundary',
      fields(textPart('email', 'a')),
      'multipart/form-data; boundary=no',
    ],
    ['a multipart form that stops in the middle', `--${boundary}\r\ncontent-disposition: form-da`, multipart],
    ['a multipart form without names', fields('content-disposition: form-data\r\n\r\nx'), multipart],
    ['a file in place of text', fields(filePart('email', 'ana@example.org')), multipart],
    ['bytes that are no letters', new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0x3d, 0xff]), form],
    ['half of a percent sign', 'email=%&password=%E0%A4&name=%zz', form],
    ['half of a letter', 'email=%ED%A0%80&password=%C3', form],
    ['only signs', '&&&===&=&', form],
    ['names that objects have', '__proto__=x&constructor=y&toString=z&hasOwnProperty=1', form],
    ['lists', 'email[]=ana@example.org&password[0]=x&email.x=1', form],
    ['a thousand fields', Array.from({ length: 1000 }, (_, at) => `f${at}=1`).join('&'), form],
  ]

  test.each(bodies)('is answered like an empty form: %s', async (_, body, type) => {
    const logged = vi.spyOn(console, 'error')
    for (const path of ['/en/sign-up', '/en/sign-in', '/en/password-reset']) {
      const answer = await send(path, body, type)
      expect(answer.status, path).toBe(422)
      expect(await answer.text(), path).toContain('aria-invalid="true"')
    }
    expect(logged).not.toHaveBeenCalled()
    logged.mockRestore()
  })

  test('but a multipart form of texts is one like any other', async () => {
    const own = { name: 'Ana', email: 'multipart@example.org', password: PASSWORD }
    const body = fields(...Object.entries(own).map(([name, value]) => textPart(name, value)))
    expect((await send('/en/sign-up', body, multipart)).status).toBe(200)
    expect(await rowsIn(house, `SELECT name FROM people WHERE email = 'multipart@example.org'`)).toEqual([
      { name: 'Ana' },
    ])
  })

  test('a field that is sent twice counts as not sent: nobody knows which one is meant', async () => {
    const twice = `email=one@example.org&email=two@example.org&name=Ana&password=${encodeURIComponent(PASSWORD)}`
    const answer = await send('/en/sign-up', twice, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#email">Write your e-mail address.</a>')
  })

  test('letters of an older encoding do no harm', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode('name=Jos'), 0xe9])
    const answer = await send('/en/sign-up', latin, `${form}; charset=iso-8859-1`)
    expect(answer.status).toBe(422)
  })

  test('more than anybody types is refused before it is read', async () => {
    for (const type of [form, multipart]) {
      const answer = await send('/en/sign-up', `name=${'x'.repeat(65_537)}`, type)
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('This is too much to send at once')
    }
  })
})

test('addresses that nobody would type are pages that do not exist', async () => {
  const paths = [
    '/en/courses/%E0%A4%A',
    '/en/courses/%00',
    '/en/courses/..%2f..%2fme',
    `/en/courses/${'x'.repeat(5000)}`,
    '/en/courses/__proto__',
    '/en/toolbox/constructor',
    '/en/curriculum/teaching/toString',
    '/en/courses/basics/about',
    '/xx/',
    '/en//courses',
    '/en/confirmation/%E0%A4%A',
    '/theme/../../etc/passwd',
    '/.env',
    '/wp-login.php',
  ]
  for (const path of paths) {
    const answer = await house.get(path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('content-type'), path).toMatch(/^text\/html/)
  }
})

test('other methods than those of a page are not known', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const headers = { origin: `https://${house.host}`, ...elsewhere() }
    const answer = await ask(house.host, '/en/sign-in', { method, headers })
    expect(answer.status, method).toBe(404)
    expect(answer.headers.get('access-control-allow-origin'), method).toBeNull()
  }
  const head = await ask(house.host, '/en/courses', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
})
