// The forms of an account under bad input: told at the field, given back what was typed, and never a crash.
import { beforeAll, describe, expect, test } from 'vitest'
import { countsIn, type House, openHouse, PASSWORD } from '../support/worker.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})

const good = { name: 'Ana', email: 'ana@example.org', password: PASSWORD }

/** So many forms would be too many from one place. */
const elsewhere = () => ({ 'cf-connecting-ip': crypto.randomUUID() })

/** The input of a field in the page. */
function field(html: string, name: string) {
  const tags = html.match(/<input(?:"[^"]*"|[^">])*>/g) ?? []
  const tag = tags.find((one) => one.includes(` name="${name}"`)) ?? ''
  const [, invalid] = / aria-invalid="(\w+)"/.exec(tag) ?? []
  const [, described = ''] = / aria-describedby="([^"]*)"/.exec(tag) ?? []
  const [, value] = / value="([^"]*)"/.exec(tag) ?? []
  const [, error] = new RegExp(`id="${name}-error"[^>]*>(?:<svg.*?</svg>)?\\s*([^<]*)`, 's').exec(html) ?? []
  return { invalid: invalid === 'true', described: described.split(' '), value, error: error?.trim() }
}

describe('a form that is not right', () => {
  const forms: [string, string, Record<string, string>, Record<string, string>][] = [
    [
      'sign-up',
      '/en/sign-up',
      {},
      {
        name: 'Write your name.',
        email: 'Write your e-mail address.',
        password: 'Write your password.',
      },
    ],
    [
      'sign-up',
      '/en/sign-up',
      { name: 'x'.repeat(81), email: 'ana', password: 'short' },
      {
        name: 'Use at most 80 characters.',
        email: 'Write a whole e-mail address, such as ana@example.org.',
        password: 'Use at least 10 characters.',
      },
    ],
    [
      'sign-up',
      '/en/sign-up',
      { ...good, password: 'x'.repeat(201) },
      { password: 'Use at most 200 characters.' },
    ],
    [
      'sign-up',
      '/en/sign-up',
      { ...good, name: '<b>Ana' },
      {
        name: 'Use letters, digits, spaces and simple punctuation only.',
      },
    ],
    ['sign-in', '/en/sign-in', {}, { email: 'Write your e-mail address.', password: 'Write your password.' }],
    [
      'reset',
      '/en/password-reset',
      { email: 'a b@c' },
      {
        email: 'Write a whole e-mail address, such as ana@example.org.',
      },
    ],
  ]

  test.each(forms)('for %s at %s says so at each field: %j', async (_, path, typed, told) => {
    const before = await countsIn(house)
    const answer = await house.post(path, typed, '', elsewhere())
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const name of ['name', 'email', 'password'].filter((one) => html.includes(`name="${one}"`))) {
      const { invalid, described, value, error } = field(html, name)
      expect(error, name).toBe(told[name])
      expect(invalid, name).toBe(name in told)
      expect(described.includes(`${name}-error`), name).toBe(name in told)
      expect(html.includes(`<a href="#${name}">${told[name]}</a>`), name).toBe(name in told)
      if (name === 'password') expect(value ?? '').toBe('')
      else expect(decoded(value ?? ''), name).toBe(typed[name] ?? '')
    }
    if ((typed['password'] ?? '').length > 5) expect(html).not.toContain(typed['password'])
    expect(await countsIn(house)).toEqual(before)
    expect(await house.deliver()).toEqual([])
  })

  test('says it in the language of the page', async () => {
    const html = await (await house.post('/ro/sign-in', {})).text()
    expect(html).toContain('<html lang="ro"')
    expect(html).not.toContain('Write your')
  })
})

describe('what is typed', () => {
  const wild = [
    '"><script>alert(1)</script>',
    "' onfocus='alert(1)",
    '&lt;b&gt; &amp; &#60;',
    '{{7*7}} ${7*7} {name}',
    "'; DROP TABLE people; --",
    '\u202Eevil\u202C \u0007 \0',
    '🙂'.repeat(500),
    'x'.repeat(10_000),
  ]

  test.each(wild)('stays what it is when the form comes back: %j', async (text) => {
    for (const path of ['/en/sign-up', '/en/sign-in', '/en/password-reset']) {
      const answer = await house.post(
        path,
        { name: text, email: text, password: text, to: text },
        '',
        elsewhere(),
      )
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(decoded(field(html, 'email').value ?? '')).toBe(text)
      // In a quoted value only the quotation mark could end it.
      expect(html.replaceAll(/ value="[^"]*"/g, '')).not.toContain(text)
    }
  })

  test('can be a name in any script, and is shown as that', async () => {
    const names = [
      'Ștefania Țăran',
      "Chiara D'Angelo & Figli",
      'Søren Ærø',
      '李小龍',
      'محمد',
      '${7*7} {email}',
    ]
    const own = await openHouse()
    for (const [at, name] of names.entries()) {
      const email = `${at}@example.org`
      expect((await own.post('/en/sign-up', { ...good, name, email })).status).toBe(200)
      await own.post(`/en/confirmation/${(await own.deliver())[0]?.key}`, {})
      const answer = await own.post('/en/sign-in', { email, password: PASSWORD })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0]
      expect(decoded(await (await own.get('/en/me', cookie)).text())).toContain(`Hello, ${name}`)
    }
  })
})

const decoded = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
