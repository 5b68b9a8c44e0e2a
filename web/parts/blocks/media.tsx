// Blocks that show or lead to something: pictures, clips, files, tool cards.

import { For, type JSX, Show } from 'solid-js'
import type { Block } from '#domain/works/block.ts'
import { useReader } from '../../reader.tsx'
import { fill, said, saidLang, size } from '../../say.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Inlines } from './Inlines.tsx'
import { useBlocks } from './surroundings.tsx'

type Of<T extends Block['type']> = { block: Extract<Block, { type: T }> }

/** The small line above a block that says what kind it is. */
export function Kind(props: { icon: IconName; name: string }) {
  return (
    <p class="kind">
      <Icon name={props.icon} /> {props.name}
    </p>
  )
}

export function Figure(props: Of<'image'>) {
  return (
    <figure class="figure">
      <Show
        when={props.block.src.endsWith('.svg')}
        fallback={<img src={props.block.src} alt={props.block.alt} loading="lazy" />}
      >
        {/* Drawn from its own file, so that it follows the colours of the page. */}
        <svg class="picture" role="img" aria-label={props.block.alt} viewBox={props.block.viewBox}>
          <use href={`${props.block.src}#picture`} />
        </svg>
      </Show>
      <Show when={props.block.caption}>
        {(caption) => <figcaption>{<Inlines of={caption()} />}</figcaption>}
      </Show>
    </figure>
  )
}

export function Film(props: Of<'video'> & { children: JSX.Element }) {
  const { words } = useReader()
  return (
    <figure class="video">
      <video
        controls
        preload="none"
        poster={props.block.poster}
        aria-label={fill(words.content.video, { title: props.block.title })}
      >
        <source src={props.block.src} />
        <For each={props.block.captions}>
          {(track) => <track kind="captions" srclang={track.language} src={track.src} default />}
        </For>
      </video>
      <figcaption>{props.block.title}</figcaption>
      <details class="transcript">
        <summary>{words.content.transcript}</summary>
        {props.children}
      </details>
    </figure>
  )
}

export function Download(props: Of<'download'>) {
  const { language } = useReader()
  return (
    <a class="download" href={props.block.href} download="">
      <Icon name="download" />
      <span>{props.block.title}</span>
      <small>
        {[props.block.format.toUpperCase(), props.block.bytes && size(language, props.block.bytes)]
          .filter(Boolean)
          .join(', ')}
      </small>
    </a>
  )
}

export function CardReference(props: Of<'card'>) {
  const { language, paths, words } = useReader()
  const face = () => useBlocks().cards[props.block.slug]
  return (
    <Show when={face()} fallback={<p class="card-ref">{words.content.toolCardAbsent}</p>}>
      {(card) => (
        <a class="card-ref" data-family={card().family.toLowerCase()} href={paths.tool(card().slug)}>
          <span class="tool-code">{card().code}</span>
          <span class="card-ref-title" lang={saidLang(card().said, language)}>
            {said(card().said, language).title}
          </span>
          <Show when={props.block.why}>
            {(why) => <span class="card-ref-why">{<Inlines of={why()} />}</span>}
          </Show>
        </a>
      )}
    </Show>
  )
}
