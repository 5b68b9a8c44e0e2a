import { For, type JSX, Show } from 'solid-js'
import type { Language, Tool } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { count, fill, said } from '../say.ts'
import { Icon, type IconName } from './icons.tsx'
import { timeOf } from './ToolCard.tsx'

/** Everything of a card that does not change with its text, as a list of facts. */
export function ToolFacts(props: { tool: Tool; lang: Language | undefined }) {
  const reader = useReader()
  const words = reader.words.toolbox
  const about = () => said(props.tool.said, reader.language)
  const { tool } = props
  const sessions = () => {
    const [from, to] = tool.sessions
    return from === to ? count(reader.language, words.sessions, from) : fill(words.sessionRange, { from, to })
  }
  const setting = () => tool.setting.map((one) => fill(words.withWhom[one.with], one)).join(', ')
  const volunteer = () =>
    tool.volunteer.possible
      ? count(reader.language, words.volunteerYes, tool.volunteer.trainingHours)
      : words.volunteerNo
  return (
    <>
      <h2 class="visually-hidden">{words.facts}</h2>
      <dl class="facts">
        <Fact icon="people" name={words.forWhom} lang={props.lang}>
          {about().forWhom}
        </Fact>
        <Fact icon="warning" name={words.notFor} lang={props.lang}>
          {about().notFor}
        </Fact>
        <Fact icon="person" name={words.setting}>
          {setting()}
        </Fact>
        <Fact icon="clock" name={words.time}>
          {timeOf(reader, tool.minutes)} · {sessions()}
        </Fact>
        <Fact icon="clock" name={words.frequency} lang={props.lang}>
          {about().frequency}
        </Fact>
        <Fact icon="phone" name={words.phone}>
          {tool.phoneOnly ? words.phoneYes : words.phoneNo}
        </Fact>
        <Fact icon="globe" name={words.internet}>
          {words.internets[tool.internet]}
        </Fact>
        <Fact icon="check" name={words.equipment} lang={props.lang}>
          <Lines of={about().equipment} />
        </Fact>
        <Fact icon="people" name={words.people} lang={props.lang}>
          <Lines of={about().people} />
        </Fact>
        <Fact icon="info" name={words.cost}>
          {words.costs[tool.cost]}
        </Fact>
        <Fact icon="tablet" name={words.clientLevel}>
          {words.clientLevels[tool.clientLevel]}
        </Fact>
        <Fact icon="tablet" name={words.workerLevel}>
          {words.workerLevels[tool.workerLevel]}
        </Fact>
        <Fact icon="people" name={words.volunteer}>
          {volunteer()}
        </Fact>
        <Fact icon="evidence" name={words.frameworks}>
          {tool.alignment.map((one) => `${one.framework}: ${one.codes.join(', ')}`).join(' · ')}
        </Fact>
      </dl>
    </>
  )
}

function Fact(props: { icon: IconName; name: string; lang?: Language | undefined; children: JSX.Element }) {
  return (
    <div>
      <dt>
        <Icon name={props.icon} /> {props.name}
      </dt>
      <dd lang={props.lang}>{props.children}</dd>
    </div>
  )
}

function Lines(props: { of: string[] }) {
  return (
    <Show when={props.of.length > 0}>
      <ul>
        <For each={props.of}>{(line) => <li>{line}</li>}</For>
      </ul>
    </Show>
  )
}
