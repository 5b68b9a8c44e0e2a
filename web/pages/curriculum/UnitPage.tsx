import { For, Show } from 'solid-js'
import type { Manifest, ModulePlace, Part, UnitPlace } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { Contents } from '../../parts/Contents.tsx'
import { Icon } from '../../parts/icons.tsx'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { useReader } from '../../reader.tsx'
import { count, fill, said, saidLang } from '../../say.ts'

export interface UnitProps {
  manifest: Manifest
  module: ModulePlace
  unit: UnitPlace
  part: Part
  side: 'learner' | 'plan'
  previous: UnitPlace | undefined
  next: UnitPlace | undefined
  surroundings: BlockSurroundings
}

/** A unit from the learner's side (the text) or the trainer's (the plan). */
export function UnitPage(props: UnitProps) {
  const { language, paths, words } = useReader()
  const lang = () => langOf(props.part.language, language)
  const { slug } = props.manifest
  const steps = () => [
    { href: paths.curricula, name: words.curriculum.title },
    {
      href: paths.curriculum(slug),
      name: said(props.manifest.structure.said, language).title,
      lang: saidLang(props.manifest.structure.said, language),
    },
    {
      href: paths.unit(slug, props.module.slug),
      name: said(props.module.said, language).title,
      lang: saidLang(props.module.said, language),
    },
  ]
  return (
    <main class="page" id="main" tabindex="-1">
      <header class="page-head">
        <Breadcrumbs steps={steps()} here={props.part.title} lang={lang()} />
        <LanguageNote language={props.part.language} />
        <p class="meta">
          <span>{fill(words.curriculum.unit, { code: props.unit.code })}</span>
          <span>{count(language, words.curriculum.hours, props.unit.hours)}</span>
          <For each={props.unit.alignment}>
            {(one) => (
              <span>
                {one.framework}: {one.codes.join(', ')}
              </span>
            )}
          </For>
        </p>
        <h1 lang={lang()}>{props.part.title}</h1>
        <p class="lede" lang={lang()}>
          {props.part.summary}
        </p>
        <Sides slug={slug} unit={props.unit.slug} side={props.side} />
      </header>
      <BlocksSurrounded value={props.surroundings}>
        <div class="beside">
          <Contents of={props.part.blocks} lang={lang()} />
          <div class="prose" lang={lang()}>
            <Show when={props.side === 'learner'}>
              <h2 lang={language}>{words.curriculum.unitOutcomes}</h2>
              <ul>
                <For each={said(props.unit.said, language).outcomes}>{(outcome) => <li>{outcome}</li>}</For>
              </ul>
            </Show>
            <Blocks of={props.part.blocks} />
          </div>
        </div>
      </BlocksSurrounded>
      <Neighbours slug={slug} previous={props.previous} next={props.next} />
      <Licence manifest={props.manifest} title={props.part.title} />
    </main>
  )
}

function Sides(props: { slug: string; unit: string; side: UnitProps['side'] }) {
  const { paths, words } = useReader()
  return (
    <nav class="sides" aria-label={words.curriculum.sides}>
      <ul>
        <li>
          <a
            href={paths.unit(props.slug, props.unit)}
            aria-current={props.side === 'learner' ? 'page' : undefined}
          >
            {words.curriculum.learner}
          </a>
        </li>
        <li>
          <a
            href={paths.plan(props.slug, props.unit)}
            aria-current={props.side === 'plan' ? 'page' : undefined}
          >
            {words.curriculum.plan}
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Neighbours(props: { slug: string; previous: UnitPlace | undefined; next: UnitPlace | undefined }) {
  const { language, paths, words } = useReader()
  return (
    <nav class="lesson-nav" aria-label={words.curriculum.modules}>
      <Show when={props.previous}>
        {(unit) => (
          <a rel="prev" href={paths.unit(props.slug, unit().slug)}>
            <small>
              <Icon name="arrow-left" /> {words.curriculum.previous}
            </small>
            <span lang={saidLang(unit().said, language)}>{said(unit().said, language).title}</span>
          </a>
        )}
      </Show>
      <Show when={props.next}>
        {(unit) => (
          <a rel="next" href={paths.unit(props.slug, unit().slug)}>
            <small>
              {words.curriculum.next} <Icon name="arrow-right" />
            </small>
            <span lang={saidLang(unit().said, language)}>{said(unit().said, language).title}</span>
          </a>
        )}
      </Show>
    </nav>
  )
}
