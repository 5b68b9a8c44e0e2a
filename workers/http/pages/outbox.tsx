// Mails that were written in development. This page is left out of a production build.
import { Hono } from 'hono'
import { For } from 'solid-js'
import { NoHydration, renderToString } from 'solid-js/web'
import type { Edge, OutboxMail } from '../wiring.ts'

export const development = new Hono<Edge>().get('/outbox', async (c) => {
  const mails = (await c.env.wiring.outbox?.(c.get('tenant').organisation)) ?? []
  const html = renderToString(() => (
    <NoHydration>
      <Outbox mails={mails} style={c.env.wiring.assets.style} />
    </NoHydration>
  ))
  return c.html(`<!doctype html>${html}`)
})

function Outbox(props: { mails: OutboxMail[]; style: string }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Outbox</title>
        <link rel="stylesheet" href={props.style} />
      </head>
      <body>
        <main class="page narrow" id="main">
          <h1>Outbox</h1>
          <p>
            {props.mails.length === 0 ? 'No mail yet.' : 'Mails that would have been sent, the newest first.'}
          </p>
          <For each={props.mails}>
            {(mail) => (
              <article class="section">
                <h2>{mail.subject}</h2>
                <p>To {mail.to}</p>
                <For each={mail.text.split('\n').filter(Boolean)}>
                  {(line) => <p>{/^https?:\S+$/.test(line) ? <a href={line}>{line}</a> : line}</p>}
                </For>
              </article>
            )}
          </For>
        </main>
      </body>
    </html>
  )
}
