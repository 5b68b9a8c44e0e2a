import { For, Show } from 'solid-js'
import { HomeWindows } from '../../parts/drawings/index.ts'
import { Icon } from '../../parts/icons.tsx'
import { useReader } from '../../reader.tsx'
import { nameOf } from '../../say.ts'

export interface Partner {
  name: string
  kind: string
  country: string
  href: string
  website: string
  mark: string
}

export function PlatformPage(props: { partners: Partner[]; apply: string }) {
  const { words } = useReader()
  const text = words.platform
  return (
    <main class="page" id="main" tabindex="-1">
      <section class="opening">
        <div>
          <h1>{text.title}</h1>
          <p class="lede">{text.intro}</p>
          <p class="actions">
            <a class="button" href="#partners">
              {text.partnersTitle}
            </a>
            <a class="button-quiet" href="#apply">
              {text.applyTitle}
            </a>
          </p>
        </div>
        <HomeWindows />
      </section>
      <section class="section prose">
        <h2>{text.whatTitle}</h2>
        <ul>
          <li>{text.curriculum}</li>
          <li>{text.toolbox}</li>
          <li>{text.courses}</li>
        </ul>
        <p>{text.open}</p>
        <p>{text.project}</p>
      </section>
      <section class="section" id="partners">
        <header class="section-head">
          <h2>{text.partnersTitle}</h2>
        </header>
        <p>{props.partners.length > 0 ? text.partnersIntro : text.partnersEmpty}</p>
        <Partners of={props.partners} />
      </section>
      <section class="section prose" id="apply">
        <h2>{text.applyTitle}</h2>
        <p>{text.applyText}</p>
        <p class="actions">
          <a class="button" href={props.apply}>
            <Icon name="message" /> {text.apply}
          </a>
        </p>
      </section>
    </main>
  )
}

function Partners(props: { of: Partner[] }) {
  const { language, words } = useReader()
  const country = (code: string) => nameOf(language, 'region', code)
  const kind = (of: string) => words.platform.kinds[of as keyof typeof words.platform.kinds] // kinds of the registry
  return (
    <Show when={props.of.length > 0}>
      <ul class="partners">
        <For each={props.of}>
          {(partner) => (
            <li>
              <a href={partner.href}>
                <span class="partner-mark" innerHTML={partner.mark} />
                <span class="partner-name">{partner.name}</span>
                <span class="partner-place">
                  {kind(partner.kind)} · {country(partner.country)}
                </span>
              </a>
              <a class="partner-website" href={partner.website}>
                {new URL(partner.website).host.replace(/^www\./, '')}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
