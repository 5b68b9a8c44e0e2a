import { For, Show } from 'solid-js'
import { words } from '#content/words/words.ts'
import { inLanguage, languages } from '../../paths.ts'
import { useReader } from '../../reader.tsx'
import { Icon } from '../icons.tsx'

export function Masthead() {
  const reader = useReader()
  const words = reader.words.shell
  return (
    <>
      <div class="brand-band" />
      <header class="masthead">
        <a class="masthead-home" href={reader.paths.home}>
          <Show when={reader.tenant}>
            {(tenant) => <span class="masthead-mark" innerHTML={tenant().mark} />}
          </Show>
          <span>{reader.tenant?.name ?? reader.words.platform.name}</span>
        </a>
        <button class="masthead-menu" type="button" popovertarget="menu">
          <Icon name="menu" /> {words.menu}
        </button>
        <div class="masthead-links" id="menu" popover="auto">
          <Show when={reader.tenant}>
            <nav aria-label={words.main}>
              <ul class="masthead-nav">
                <Link href={reader.paths.courses} name={words.courses} />
                <Link href={reader.paths.toolbox} name={words.toolbox} />
                <Link href={reader.paths.curricula} name={words.curriculum} />
                <Link href={reader.paths.search} name={words.search} />
              </ul>
            </nav>
          </Show>
          <Languages />
          <Show when={reader.tenant}>
            <a class="masthead-person" href={reader.person ? reader.paths.me : reader.paths.signIn}>
              <Icon name="person" /> {reader.person ? words.me : words.signIn}
            </a>
          </Show>
        </div>
      </header>
    </>
  )
}

function Link(props: { href: string; name: string }) {
  const reader = useReader()
  const current = () => {
    if (reader.path === props.href) return 'page'
    return reader.path.startsWith(`${props.href}/`) ? 'true' : undefined
  }
  return (
    <li>
      <a href={props.href} aria-current={current()}>
        {props.name}
      </a>
    </li>
  )
}

function Languages() {
  const reader = useReader()
  return (
    <details class="languages">
      <summary>
        <Icon name="globe" /> <span class="visually-hidden">{reader.words.language.choose}: </span>
        {reader.words.language.name}
      </summary>
      <ul>
        <For each={languages}>
          {(language) => (
            <li>
              <a
                href={inLanguage(language, reader.path)}
                hreflang={language}
                lang={language}
                aria-current={language === reader.language ? 'true' : undefined}
              >
                {words[language].language.name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}
