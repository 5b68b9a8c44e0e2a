// What cannot be shown, shown well.

import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { words } from '#content/words/words.ts'
import { describe } from '#domain/describe.ts'
import { ErrorPage, type ErrorProps } from '#web/pages/errors/ErrorPage.tsx'
import { fill } from '#web/say.ts'
import { refusalIn, STATUS } from '../forms.ts'
import { languageOf, render } from '../render.tsx'
import type { Edge } from '../wiring.ts'

type Status = 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

async function show(c: Context<Edge>, status: Status, props: ErrorProps): Promise<Response> {
  const response = await render(c, { title: props.title, status }, () => <ErrorPage {...props} />)
  response.headers.set('cache-control', 'private, no-store')
  if (status === 503) response.headers.set('retry-after', '60')
  return response
}

const textOf = (c: Context<Edge>) => words[languageOf(c)].errors

export function missingPage(c: Context<Edge>) {
  const text = textOf(c)
  return show(c, 404, { drawing: 'missing', title: text.missingTitle, text: text.missingText })
}

export function unknownHostPage(c: Context<Edge>) {
  const text = textOf(c)
  const action = { href: c.env.wiring.origin, name: text.toPlatform }
  return show(c, 404, {
    drawing: 'missing',
    title: text.unknownHostTitle,
    text: text.unknownHostText,
    action,
  })
}

export function closedPage(c: Context<Edge>, reason: string) {
  const text = textOf(c)
  const title = fill(text.suspendedTitle, { organisation: c.get('tenant').name })
  const more = fill(text.suspendedReason, { reason })
  const action = { href: c.env.wiring.origin, name: text.toPlatform }
  return show(c, 503, { drawing: 'closed', title, text: text.suspendedText, more, action })
}

export function notReadyPage(c: Context<Edge>) {
  const text = textOf(c)
  const title = fill(text.notReadyTitle, { organisation: c.get('tenant').name })
  return show(c, 503, { drawing: 'closed', title, text: text.notReadyText })
}

/** A refusal has its own words and status; anything else is a bug: logged once, with the number that is shown. */
export function errorPage(c: Context<Edge>, error: unknown): Promise<Response> {
  const text = textOf(c)
  const again = { href: c.req.path, name: text.tryAgain }
  if (isStatus(error, 403)) {
    return show(c, 403, {
      drawing: 'closed',
      title: text.forbiddenTitle,
      text: text.forbiddenText,
      action: again,
    })
  }
  if (isStatus(error, 413)) {
    return show(c, 413, {
      drawing: 'closed',
      title: text.tooLargeTitle,
      text: text.tooLargeText,
      action: again,
    })
  }
  const refusal = refusalIn(error)
  if (refusal) {
    const why = words[languageOf(c)].refusals[refusal.reason]
    switch (refusal.kind) {
      case 'missing':
        return missingPage(c)
      case 'unavailable':
        return show(c, 503, {
          drawing: 'broken',
          title: text.unavailableTitle,
          text: text.unavailableText,
          action: again,
        })
      case 'limit':
        return show(c, 429, { drawing: 'closed', title: text.limitTitle, text: why, action: again })
      case 'forbidden':
      case 'invalid':
      case 'conflict':
        return show(c, STATUS[refusal.kind], {
          drawing: 'closed',
          title: text.summary,
          text: why,
          action: again,
        })
      default:
        return refusal.kind satisfies never
    }
  }
  const id = c.get('requestId')
  console.error(JSON.stringify({ what: 'crash', id, route: routePath(c), error: describe(error) }))
  return show(c, 500, {
    drawing: 'broken',
    title: text.crashTitle,
    text: fill(text.crashText, { id }),
    action: again,
  })
}

const isStatus = (error: unknown, status: number) =>
  error instanceof Error && 'status' in error && error.status === status
