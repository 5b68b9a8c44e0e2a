// Renders every kind of block. A new kind does not compile until it has its case here.

import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Block } from '#domain/works/block.ts'
import { useReader } from '../../reader.tsx'
import { Icon } from '../icons.tsx'
import { QuestionIsland } from '../question/QuestionIsland.tsx'
import { Inlines } from './Inlines.tsx'
import { CardReference, Download, Figure, Film, Kind } from './media.tsx'
import { Sources } from './Sources.tsx'
import { DataTable, TaskBlock } from './tables.tsx'

const CALLOUT_ICONS = {
  note: 'info',
  tip: 'tip',
  evidence: 'evidence',
  safety: 'warning',
  contacts: 'phone',
} as const

interface BlocksProps {
  of: Block[]
  /** The heading that these blocks stand under. Right below an h1, a titled block is a section of its own. */
  under?: 'h1' | 'h2'
}

export function Blocks(props: BlocksProps) {
  const firstHeading = () => [...props.of.map(({ type }) => type), 'heading'].indexOf('heading')
  const titleOf = (at: number) => (props.under === 'h1' && at < firstHeading() ? 'h2' : 'h3')
  return <For each={props.of}>{(block, at) => <One block={block} title={titleOf(at())} />}</For>
}

function One(props: { block: Block; title: 'h2' | 'h3' }) {
  const { words } = useReader()
  const { block } = props
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? (
        <h2 id={block.id}>
          <Inlines of={block.text} />
        </h2>
      ) : (
        <h3 id={block.id}>
          <Inlines of={block.text} />
        </h3>
      )
    case 'text':
      return (
        <p>
          <Inlines of={block.text} />
        </p>
      )
    case 'list':
      return <Items ordered={block.ordered} items={block.items} start={block.start} />
    case 'table':
      return <DataTable block={block} />
    case 'quotation':
      return (
        <figure class="quotation">
          <blockquote>
            <Blocks of={block.blocks} />
          </blockquote>
          <Show when={block.by}>{(by) => <figcaption>{<Inlines of={by()} />}</figcaption>}</Show>
        </figure>
      )
    case 'image':
      return <Figure block={block} />
    case 'video':
      return (
        <Film block={block}>
          <Blocks of={block.transcript} />
        </Film>
      )
    case 'callout':
      return (
        <div class="callout" data-kind={block.kind} role="note">
          <Kind icon={CALLOUT_ICONS[block.kind]} name={words.content.callouts[block.kind]} />
          <Show when={block.title}>
            <Dynamic component={props.title}>{block.title}</Dynamic>
          </Show>
          <Blocks of={block.blocks} />
        </div>
      )
    case 'case':
      return (
        <section class="case">
          <Kind icon="person" name={words.content.case} />
          <Dynamic component={props.title}>{block.title}</Dynamic>
          <Blocks of={block.blocks} />
        </section>
      )
    case 'script':
      return (
        <div class="script">
          <Kind icon="quote" name={words.content.script} />
          <Blocks of={block.blocks} />
        </div>
      )
    case 'step':
      return <Step block={block} />
    case 'reflection':
      return (
        <section class="reflection" id={block.id}>
          <Kind icon="tip" name={words.content.reflection} />
          <Blocks of={block.blocks} />
        </section>
      )
    case 'download':
      return <Download block={block} />
    case 'card':
      return <CardReference block={block} />
    case 'question':
      return <QuestionIsland block={block} blocks={Blocks} />
    case 'task':
      return (
        <TaskBlock block={block}>
          <Blocks of={block.blocks} />
        </TaskBlock>
      )
    case 'source':
      return <Sources of={block.sources} />
    default:
      return block satisfies never
  }
}

function Items(props: { ordered: boolean; items: Block[][]; start: number | undefined }) {
  const items = () => (
    <For each={props.items}>
      {(item) => (
        <li>
          <Item blocks={item} />
        </li>
      )}
    </For>
  )
  return props.ordered ? <ol start={props.start}>{items()}</ol> : <ul>{items()}</ul>
}

/** An item that is one line stands without a paragraph around it. */
function Item(props: { blocks: Block[] }) {
  const [first, ...rest] = props.blocks
  if (first?.type !== 'text') return <Blocks of={props.blocks} />
  return (
    <>
      <Inlines of={first.text} />
      <Blocks of={rest} />
    </>
  )
}

function Step(props: { block: Extract<Block, { type: 'step' }> }) {
  const { words } = useReader()
  const minutes = () => props.block.minutes
  return (
    <section class="step" id={props.block.id}>
      <h3>
        <Inlines of={props.block.title} />{' '}
        <Show when={minutes()}>
          {(number) => (
            <span class="minutes">
              <Icon name="clock" /> {words.toolbox.minutes.replace('{count}', String(number()))}
            </span>
          )}
        </Show>
      </h3>
      <Blocks of={props.block.blocks} />
    </section>
  )
}
