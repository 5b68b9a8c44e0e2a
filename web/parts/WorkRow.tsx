// A course or a curriculum in a list. Its title stands below the title of the page or of a section.
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CourseFace, CurriculumFace } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { count, fill, said } from '../say.ts'
import { CourseFoundations } from './drawings/index.ts'
import { langOf } from './LanguageNote.tsx'

export function CourseRow(props: { face: CourseFace; title: 'h2' | 'h3' }) {
  const { language, paths, words } = useReader()
  const about = () => said(props.face.said, language)
  const lang = () => langOf(props.face.languages.includes(language) ? language : 'en', language)
  return (
    <li class="work-row">
      <div>
        <Dynamic component={props.title} lang={lang()}>
          <a href={paths.course(props.face.slug)}>{about().title}</a>
        </Dynamic>
        <p lang={lang()}>{about().summary}</p>
        <CourseMeta {...props.face} words={words.courses} language={language} />
      </div>
      <CourseFoundations />
    </li>
  )
}

type Reader = ReturnType<typeof useReader>

export function CourseMeta(
  props: Pick<CourseFace, 'hours' | 'weeks' | 'plannedWeeks'> & {
    words: Reader['words']['courses']
    language: Reader['language']
  },
) {
  return (
    <p class="meta">
      <span>{count(props.language, props.words.hours, props.hours)}</span>
      <span>{count(props.language, props.words.weeks, props.plannedWeeks)}</span>
      <Show when={props.weeks < props.plannedWeeks}>
        <span>
          {count(props.language, props.words.readyWeeks, props.weeks, { planned: props.plannedWeeks })}
        </span>
      </Show>
    </p>
  )
}

export function CurriculumRow(props: { face: CurriculumFace; title: 'h2' | 'h3' }) {
  const { language, paths, words } = useReader()
  const about = () => said(props.face.said, language)
  const lang = () => langOf(props.face.languages.includes(language) ? language : 'en', language)
  const sum = (key: 'units' | 'hours') => props.face.modules.reduce((total, module) => total + module[key], 0)
  return (
    <li class="work-row">
      <div>
        <Dynamic component={props.title} lang={lang()}>
          <a href={paths.curriculum(props.face.slug)}>{about().title}</a>
        </Dynamic>
        <p lang={lang()}>{about().summary}</p>
        <p class="meta">
          <span>{fill(words.curriculum.level, { level: props.face.eqf })}</span>
          <span>{count(language, words.curriculum.units, sum('units'))}</span>
          <span>{count(language, words.curriculum.hours, sum('hours'))}</span>
        </p>
      </div>
    </li>
  )
}
