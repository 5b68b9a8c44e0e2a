// Blocks with tables: data, and a task with its rubric.

import { For, type JSX, Show } from 'solid-js'
import type { Block } from '#domain/works/block.ts'
import { useReader } from '../../reader.tsx'
import { count } from '../../say.ts'
import { Inlines } from './Inlines.tsx'
import { Kind } from './media.tsx'

export function DataTable(props: { block: Extract<Block, { type: 'table' }> }) {
  const { words } = useReader()
  const caption = () => props.block.caption ?? words.content.table
  return (
    <div class="table" role="region" aria-label={caption()} tabindex="0">
      <table>
        <Show when={props.block.caption}>
          <caption>{props.block.caption}</caption>
        </Show>
        <thead>
          <tr>
            <For each={props.block.head}>
              {(cell) => (
                <th scope="col">
                  <Inlines of={cell} />
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.block.rows}>
            {(row) => <Row cells={row.map((cell) => <Inlines of={cell} />)} />}
          </For>
        </tbody>
      </table>
    </div>
  )
}

/** The first cell names the row. */
function Row(props: { cells: JSX.Element[] }) {
  return (
    <tr>
      <For each={props.cells}>
        {(cell, at) => (at() === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>)}
      </For>
    </tr>
  )
}

export function TaskBlock(props: { block: Extract<Block, { type: 'task' }>; children: JSX.Element }) {
  const { language, words } = useReader()
  const time = () => count(language, words.content.taskTime, props.block.minutes)
  return (
    <section class="task" id={props.block.id}>
      <Kind icon="clock" name={`${words.content.task} · ${time()}`} />
      <h2>{props.block.title}</h2>
      {props.children}
      <Show when={props.block.rubric.length > 0}>
        <div class="table" role="region" aria-label={words.content.rubric} tabindex="0">
          <table class="rubric">
            <caption>{words.content.rubric}</caption>
            <tbody>
              <For each={props.block.rubric}>
                {(line) => <Row cells={[line.criterion, ...line.levels]} />}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}
