import { describe, expect, test } from 'vitest'
import { type Mail, mailOf } from '#adapters/letters.ts'
import { words } from '#content/words/words.ts'
import type { Letter } from '#domain/jobs.ts'

const TENANT = { name: 'Fundación INTRAS', origin: 'https://intras.connections.test' }
const FROM = 'learning@connections.test'
const KEY = 'AbC-123_key'

const letter = (more: Partial<Letter> = {}): Letter => ({
  kind: 'confirm',
  to: 'ana@intras.example',
  name: 'Ana',
  language: 'es',
  key: KEY,
  ...more,
})
const mail = (more: Partial<Letter> = {}, tenant = TENANT) => mailOf(letter(more), tenant, FROM)

const languages = Object.keys(words) as (keyof typeof words)[] // the keys of an object of ours
const links = {
  confirm: (language: string) => `${TENANT.origin}/${language}/confirmation/${KEY}`,
  reset: (language: string) => `${TENANT.origin}/${language}/password-reset/${KEY}`,
  already: (language: string) => `${TENANT.origin}/${language}/sign-in`,
}
const kinds = Object.keys(links) as (keyof typeof links)[] // as above

describe.each(languages)('in %s', (language) => {
  test.each(kinds)('a letter of the kind %s has its link, its names and nothing to fill in', (kind) => {
    const { to, from, subject, text, html } = mail({ kind, language })
    const link = links[kind](language)
    expect(to).toBe('ana@intras.example')
    expect(from).toEqual({ name: TENANT.name, email: FROM })
    expect(subject).toContain(TENANT.name)
    expect(text.split('\n')).toContain(link)
    expect(html).toContain(`<a href="${link}">`)
    expect(html).toContain(`<html lang="${language}">`)
    for (const part of [text, html]) {
      expect(part).toContain('Ana')
      expect(part).toContain(TENANT.name)
    }
    expect(subject + text + html).not.toMatch(/[{}]|undefined/)
  })

  test('the kinds can be told by their subjects', () => {
    expect(new Set(kinds.map((kind) => mail({ kind, language }).subject)).size).toBe(kinds.length)
  })
})

test('a letter to who has an account already holds no key', () => {
  const { text, html } = mail({ kind: 'already' })
  expect(text + html).not.toContain(KEY)
})

describe('names of every sort', () => {
  const wild = `<script>alert("1")</script> & 'Co'`

  test('a name cannot become markup', () => {
    const { html, text } = mail({ name: wild }, { ...TENANT, name: wild })
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;')
    expect(text).toContain(wild)
  })

  test.each(['$&', '$`', "$'", '$1', '{organisation}', '{name}'])('%j is a name like any other', (name) => {
    const plain = mail()
    expect(mail({ name }).text).toBe(plain.text.replaceAll('Ana', () => name))
    const tenant = { ...TENANT, name }
    expect(mail({}, tenant).text).toBe(plain.text.replaceAll(TENANT.name, () => name))
  })

  test.each(['\r\nBcc: all@world.example', '\nBcc: all@world.example', '\u2028Bcc: x', '\u0000', '\u0085 x'])(
    'a name with %j adds nothing to the head of the mail',
    (tail) => {
      const { subject, from } = mail({ name: `Ana${tail}` }, { ...TENANT, name: `INTRAS${tail}` })
      for (const line of [subject, from.name]) {
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(line).toContain('INTRAS')
      }
    },
  )

  test('a name of several lines makes no paragraph of its own', () => {
    const { text, html } = mail({ name: 'Ana\n\nhttps://evil.example' })
    expect(text.split('\n')).not.toContain('https://evil.example')
    expect(paragraphs(html)).toBe(paragraphs(mail().html))
  })
})

const paragraphs = (html: Mail['html']) => html.split(/<p>|<br>/).length
