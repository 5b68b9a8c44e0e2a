import { For } from 'solid-js'
import type { Curriculum, Manifest, ModulePlace, Part } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { ModuleOne } from '../../parts/drawings/index.ts'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { useReader } from '../../reader.tsx'
import { count, fill, said } from '../../say.ts'

export interface CurriculumProps {
  manifest: Manifest
  curriculum: Curriculum
  part: Part
  surroundings: BlockSurroundings
}

export function CurriculumPage(props: CurriculumProps) {
  const { language, paths, words } = useReader()
  const about = () => said(props.curriculum.said, language)
  const lang = () => langOf(props.part.language, language)
  return (
    <main class="page" id="main" tabindex="-1">
      <header class="page-head">
        <Breadcrumbs
          steps={[{ href: paths.curricula, name: words.curriculum.title }]}
          here={about().title}
          lang={lang()}
        />
        <LanguageNote language={props.part.language} />
        <h1 lang={lang()}>{about().title}</h1>
        <p class="lede" lang={lang()}>
          {about().summary}
        </p>
        <p class="meta">
          <span>{fill(words.curriculum.level, { level: props.curriculum.eqf })}</span>
          <span>{count(language, words.curriculum.hours, hoursOf(props.curriculum.modules))}</span>
        </p>
      </header>
      <div class="prose" lang={lang()}>
        <BlocksSurrounded value={props.surroundings}>
          <Blocks of={props.part.blocks} under="h1" />
        </BlocksSurrounded>
      </div>
      <section class="section">
        <header class="section-head">
          <h2>{words.curriculum.modules}</h2>
        </header>
        <ol class="work-list">
          <For each={props.curriculum.modules}>
            {(module) => <ModuleRow slug={props.manifest.slug} module={module} />}
          </For>
        </ol>
      </section>
      <Licence manifest={props.manifest} title={about().title} />
    </main>
  )
}

const hoursOf = (modules: ModulePlace[]) =>
  modules.flatMap((module) => module.units).reduce((sum, unit) => sum + unit.hours, 0)

function ModuleRow(props: { slug: string; module: ModulePlace }) {
  const { language, paths, words } = useReader()
  const lang = () => langOf(props.module.said[language] ? language : 'en', language)
  return (
    <li class="work-row">
      <span class="work-code">{props.module.code}</span>
      <div>
        <h3 lang={lang()}>
          <a href={paths.unit(props.slug, props.module.slug)}>{said(props.module.said, language).title}</a>
        </h3>
        <p lang={lang()}>{said(props.module.said, language).summary}</p>
        <p class="meta">
          <span>{count(language, words.curriculum.units, props.module.units.length)}</span>
          <span>{count(language, words.curriculum.hours, hoursOf([props.module]))}</span>
        </p>
        <UnitList slug={props.slug} module={props.module} />
      </div>
      <ModuleOne />
    </li>
  )
}

export function UnitList(props: { slug: string; module: ModulePlace }) {
  const { language, paths, words } = useReader()
  return (
    <ol class="unit-list">
      <For each={props.module.units}>
        {(unit) => (
          <li>
            <span class="work-code">{unit.code}</span>{' '}
            <a
              href={paths.unit(props.slug, unit.slug)}
              lang={langOf(unit.said[language] ? language : 'en', language)}
            >
              {said(unit.said, language).title}
            </a>{' '}
            <small>{count(language, words.curriculum.hours, unit.hours)}</small>
          </li>
        )}
      </For>
    </ol>
  )
}
