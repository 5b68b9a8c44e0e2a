// A tool card as it lies in the drawer: enough to choose it.

import { For, Show } from 'solid-js'
import type { Channel, Family, Grade, ToolFace } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { count, fill, said } from '../say.ts'
import { FAMILY_DRAWINGS } from './drawings/index.ts'
import { Icon, type IconName } from './icons.tsx'
import { langOf } from './LanguageNote.tsx'

const CHANNEL_ICONS: Record<Channel, IconName> = {
  landline: 'phone',
  mobile: 'mobile',
  messaging: 'message',
  video: 'video',
  tablet: 'tablet',
  'voice-assistant': 'speaker',
  post: 'post',
  'home-visit': 'home',
}

export function ToolCard(props: { face: ToolFace }) {
  const { language, paths } = useReader()
  const words = () => said(props.face.said, language)
  const lang = () => langOf(props.face.languages.includes(language) ? language : 'en', language)
  return (
    <article class="tool-card" data-family={props.face.family.toLowerCase()}>
      <ToolBand code={props.face.code} family={props.face.family} />
      <h3 class="tool-title" lang={lang()}>
        <a href={paths.tool(props.face.slug)}>{words().title}</a>
      </h3>
      <p class="tool-purpose" lang={lang()}>
        {words().summary}
      </p>
      <Channels of={props.face.channels} />
      <footer class="tool-foot">
        <p class="meta">
          <span>{timeOf(useReader(), props.face.minutes)}</span>
        </p>
        <Stamp grade={props.face.evidence} />
      </footer>
    </article>
  )
}

export function ToolBand(props: { code: string; family: Family }) {
  const { words } = useReader()
  const Drawing = FAMILY_DRAWINGS[props.family]
  return (
    <header class="tool-band">
      <span class="tool-code">{props.code}</span>
      <span class="tool-family">{words.toolbox.families[props.family]}</span>
      <Drawing />
    </header>
  )
}

export function Channels(props: { of: Channel[] }) {
  const { words } = useReader()
  return (
    <ul class="channels">
      <For each={props.of}>
        {(channel) => (
          <li>
            <Icon name={CHANNEL_ICONS[channel]} /> {words.toolbox.channels[channel]}
          </li>
        )}
      </For>
    </ul>
  )
}

export function Stamp(props: { grade: Grade; long?: boolean }) {
  const { words } = useReader()
  const [before, after] = words.toolbox.grade.split('{grade}')
  return (
    <p class="stamp" data-grade={props.grade.toLowerCase()}>
      <span>{before}</span> <strong>{props.grade}</strong> {after}
      <Show when={props.long}>
        <span>{words.toolbox.grades[props.grade]}</span>
      </Show>
    </p>
  )
}

/** '10–15 minutes', or '45 minutes'. */
export function timeOf(
  { language, words }: Pick<ReturnType<typeof useReader>, 'language' | 'words'>,
  [from, to]: [number, number],
) {
  return from === to
    ? count(language, words.toolbox.timeExact, from)
    : fill(words.toolbox.timeRange, { from, to })
}
