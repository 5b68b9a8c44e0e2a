// The shell of every page: head, masthead, content, colophon.

import { For, type JSX, Show } from 'solid-js'
import type { Language } from '#domain/works/index.ts'
import { jsonText } from './json.ts'
import { Colophon } from './parts/shell/Colophon.tsx'
import { Masthead } from './parts/shell/Masthead.tsx'
import { inLanguage, languages } from './paths.ts'
import { useReader } from './reader.tsx'

export interface Head {
  title: string
  description?: string
  /** Languages in which the page says something of its own; none: it is not for search engines. */
  languages?: Language[]
  jsonLd?: object
}

export function Document(props: { head: Head; children: JSX.Element }) {
  const reader = useReader()
  const name = () => reader.tenant?.name ?? reader.words.platform.name
  return (
    <html lang={reader.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.head.title === name() ? name() : `${props.head.title} · ${name()}`}</title>
        <Show when={props.head.description}>{(text) => <meta name="description" content={text()} />}</Show>
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={reader.assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={reader.assets.style} />
        <Show when={reader.tenant} fallback={<link rel="icon" type="image/svg+xml" href="/favicon.svg" />}>
          {(tenant) => (
            <>
              <link rel="stylesheet" href={`/theme/${tenant().theme}.css`} />
              <link rel="icon" type="image/svg+xml" href={`/theme/${tenant().theme}.svg`} />
            </>
          )}
        </Show>
        <Alternates languages={props.head.languages ?? []} />
        <Show when={reader.assets.script}>
          <script type="module" src={reader.assets.script} nonce={reader.nonce} />
        </Show>
        <Show when={!reader.person}>
          <script type="speculationrules" nonce={reader.nonce} innerHTML={SPECULATION} />
        </Show>
        <Show when={props.head.jsonLd}>
          {(data) => <script type="application/ld+json" nonce={reader.nonce} innerHTML={jsonText(data())} />}
        </Show>
      </head>
      <body>
        <a class="skip-link" href="#main">
          {reader.words.shell.skip}
        </a>
        <Masthead />
        {props.children}
        <Colophon />
      </body>
    </html>
  )
}

/** Pages under the finger or the pointer are fetched a little early; never the ones that change something. */
const SPECULATION = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: '/*/sign-out*' } },
          { not: { href_matches: '/*/me*' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})

function Alternates(props: { languages: Language[] }) {
  const reader = useReader()
  const address = (language: Language) => reader.origin + inLanguage(language, reader.path)
  const canonical = () => (props.languages.includes(reader.language) ? reader.language : 'en')
  return (
    <Show when={props.languages.length > 0} fallback={<meta name="robots" content="noindex" />}>
      <link rel="canonical" href={address(canonical())} />
      <For each={languages.filter((language) => props.languages.includes(language))}>
        {(language) => <link rel="alternate" hreflang={language} href={address(language)} />}
      </For>
      <link rel="alternate" hreflang="x-default" href={address('en')} />
    </Show>
  )
}
