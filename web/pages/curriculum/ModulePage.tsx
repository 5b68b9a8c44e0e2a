import { For } from 'solid-js'
import type { Hours, Manifest, ModulePlace, Outcomes, Part } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { useReader } from '../../reader.tsx'
import { count, fill, said, saidLang } from '../../say.ts'
import { UnitList } from './CurriculumPage.tsx'

export interface ModuleProps {
  manifest: Manifest
  module: ModulePlace
  part: Part
  surroundings: BlockSurroundings
}

export function ModulePage(props: ModuleProps) {
  const { language, paths, words } = useReader()
  const about = () => said(props.module.said, language)
  const lang = () => langOf(props.part.language, language)
  const steps = () => [
    { href: paths.curricula, name: words.curriculum.title },
    {
      href: paths.curriculum(props.manifest.slug),
      name: said(props.manifest.structure.said, language).title,
      lang: saidLang(props.manifest.structure.said, language),
    },
  ]
  return (
    <main class="page narrow" id="main" tabindex="-1">
      <header class="page-head">
        <Breadcrumbs steps={steps()} here={about().title} lang={lang()} />
        <LanguageNote language={props.part.language} />
        <p class="meta">
          <span>{fill(words.curriculum.module, { code: props.module.code })}</span>
        </p>
        <h1 lang={lang()}>{about().title}</h1>
        <p class="lede" lang={lang()}>
          {about().summary}
        </p>
      </header>
      <HoursSplit hours={props.module.hours} />
      <div class="prose" lang={lang()}>
        <BlocksSurrounded value={props.surroundings}>
          <Blocks of={props.part.blocks} under="h1" />
        </BlocksSurrounded>
        <h2 lang={language}>{words.curriculum.outcomes}</h2>
        <OutcomeLists of={about().outcomes} />
        <h2 lang={language}>{words.curriculum.prerequisites}</h2>
        <p>{about().prerequisites}</p>
        <h2 lang={language}>{words.curriculum.how}</h2>
        <p>{about().assessment}</p>
        <h2 lang={language}>{words.curriculum.unitsOf}</h2>
        <UnitList slug={props.manifest.slug} module={props.module} />
      </div>
      <Licence manifest={props.manifest} title={about().title} />
    </main>
  )
}

function HoursSplit(props: { hours: Hours }) {
  const { language, words } = useReader()
  const all = () => Object.values(props.hours).reduce((sum, hours) => sum + hours, 0)
  const split = ['live', 'selfPaced', 'practice', 'assessment'] as const
  return (
    <dl class="facts">
      <div>
        <dt>{words.curriculum.split}</dt>
        <dd>{count(language, words.curriculum.hours, all())}</dd>
      </div>
      <For each={split}>
        {(share) => (
          <div>
            <dt>{words.curriculum[share]}</dt>
            <dd>{count(language, words.curriculum.hours, props.hours[share])}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

function OutcomeLists(props: { of: Outcomes }) {
  const { language, words } = useReader()
  const kinds = ['knowledge', 'skills', 'responsibility'] as const
  return (
    <For each={kinds}>
      {(kind) => (
        <>
          <h3 lang={language}>{words.curriculum[kind]}</h3>
          <ul>
            <For each={props.of[kind]}>{(outcome) => <li>{outcome}</li>}</For>
          </ul>
        </>
      )}
    </For>
  )
}
