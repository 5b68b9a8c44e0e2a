import { For } from 'solid-js'
import type { Inline } from '#domain/works/block.ts'
import { workPath } from '../../paths.ts'
import { useReader } from '../../reader.tsx'
import { fill } from '../../say.ts'
import { useBlocks } from './surroundings.tsx'

export function Inlines(props: { of: Inline[] }) {
  return <For each={props.of}>{(inline) => <One inline={inline} />}</For>
}

function One(props: { inline: Inline }) {
  const { inline } = props
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      )
    case 'code':
      return <code>{inline.text}</code>
    case 'link':
      return (
        <Anchor href={inline.href}>
          <Inlines of={inline.children} />
        </Anchor>
      )
    case 'cite':
      return <Cite source={inline.source} />
    case 'break':
      return <br />
    default:
      return inline satisfies never
  }
}

function Anchor(props: { href: string; children: import('solid-js').JSX.Element }) {
  const reader = useReader()
  const href = () => {
    if (!props.href.startsWith('work:')) return props.href
    const [kind, slug, ...path] = props.href.slice('work:'.length).split('/')
    return workPath(reader.paths, `${kind}/${slug}`, path.join('/') || undefined)
  }
  return <a href={href()}>{props.children}</a>
}

function Cite(props: { source: string }) {
  const { words } = useReader()
  const number = useBlocks().sources.get(props.source)
  return (
    <sup class="cite">
      <a href={`#source-${props.source}`} aria-label={fill(words.content.source, { number: number ?? '?' })}>
        {number ?? '?'}
      </a>
    </sup>
  )
}
