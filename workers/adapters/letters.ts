// Letters as mails: subject, plain text and HTML, in the reader's language and the organisation's name.
import { words } from '#content/words/words.ts'
import type { Letter } from '#domain/jobs.ts'
import type { Tenant } from '#domain/scope.ts'

export interface Mail {
  to: string
  from: { name: string; email: string }
  subject: string
  text: string
  html: string
}

export function mailOf(letter: Letter, tenant: Pick<Tenant, 'name' | 'origin'>, from: string): Mail {
  const text = words[letter.language].mail
  const organisation = oneLine(tenant.name)
  const names: Record<string, string> = { organisation, name: oneLine(letter.name) }
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, key: string) => names[key] ?? whole)
  const link = linkOf(letter, tenant.origin)
  const parts = PARTS[letter.kind]
  const limit = parts.limit && text[parts.limit]
  const before = [text.greeting, text[parts.text]].map(fill)
  const after = [limit, text.ignore, `${text.closing}\n${organisation}`].flatMap((line) => line ?? [])
  const paragraph = (line: string) => `<p>${escape(line).replaceAll('\n', '<br>')}</p>`
  return {
    to: letter.to,
    from: { name: organisation, email: from },
    subject: `${text[parts.subject]} · ${organisation}`,
    text: [...before, link, ...after].join('\n\n'),
    html: [
      `<!doctype html><html lang="${letter.language}"><body>`,
      ...before.map(paragraph),
      `<p><a href="${escape(link)}">${escape(text[parts.button])}</a></p><p>${escape(link)}</p>`,
      ...after.map(paragraph),
      '</body></html>',
    ].join(''),
  }
}

const PARTS = {
  confirm: { subject: 'confirmSubject', text: 'confirmText', button: 'confirmButton', limit: 'confirmLimit' },
  reset: { subject: 'resetSubject', text: 'resetText', button: 'resetButton', limit: 'resetLimit' },
  already: { subject: 'alreadySubject', text: 'alreadyText', button: 'alreadyButton', limit: undefined },
} as const

function linkOf({ kind, language, key = '' }: Letter, origin: string): string {
  switch (kind) {
    case 'confirm':
      return `${origin}/${language}/confirmation/${key}`
    case 'reset':
      return `${origin}/${language}/password-reset/${key}`
    case 'already':
      return `${origin}/${language}/sign-in`
    default:
      return kind satisfies never
  }
}

/** A name of several lines could add to the head of a mail, or a paragraph to its text. */
const oneLine = (name: string) => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
