// Small works for tests, of every kind, made without the compiler.
import {
  type Block,
  type Compiled,
  hashOf,
  type Language,
  type Manifest,
  type Part,
} from '#domain/works/index.ts'

export const AUTHORS = ['Editorial team of the tests']

const text = (id: string, words: string): Block => ({
  id,
  type: 'text',
  text: [{ type: 'text', text: words }],
})

export const question: Block = {
  id: 'what-travels',
  type: 'question',
  several: false,
  prompt: [text('prompt', 'What does a telephone carry?')],
  options: [
    {
      id: 'voice',
      text: [{ type: 'text', text: 'A voice' }],
      right: true,
      feedback: [text('f1', 'It does.')],
    },
    {
      id: 'smell',
      text: [{ type: 'text', text: 'A smell' }],
      right: false,
      feedback: [text('f2', 'It does not.')],
    },
  ],
}

const part = (title: string, language: Language, blocks: Block[]): Part => ({
  format: 1,
  language,
  title,
  summary: `${title}, in short`,
  blocks,
})

async function compiled(
  slug: string,
  structure: Manifest['structure'],
  pages: Record<string, Partial<Record<Language, Part>>>,
): Promise<Compiled> {
  const parts: Compiled['parts'] = {}
  const named: Manifest['parts'] = {}
  for (const [path, inLanguages] of Object.entries(pages)) {
    for (const [language, one] of Object.entries(inLanguages)) {
      const hash = await hashOf(one)
      parts[hash] = one
      named[path] = { ...named[path], [language]: hash }
    }
  }
  const manifest: Manifest = {
    format: 1,
    slug,
    licence: 'CC BY-SA 4.0',
    authors: AUTHORS,
    languages: ['en'],
    structure,
    parts: named,
  }
  return { manifest, parts }
}

const about = (title: string) => ({ en: { title, summary: `${title}, in short` } })

/** A course of one week; its lessons have the slugs given. */
export function course(
  slug: string,
  lessons: string[] = ['first', 'second', 'third'],
  words = 'Words of the lesson',
) {
  const places = lessons.map((lesson) => ({
    slug: lesson,
    kind: 'text' as const,
    minutes: 10,
    said: about(`Lesson ${lesson}`),
  }))
  const pages = lessons.map((lesson) => {
    const english = part(`Lesson ${lesson}`, 'en', [text('words', `${words} ${lesson}`), question])
    const italian = part(`Lezione ${lesson}`, 'it', [
      text('words', `Parole della lezione ${lesson}`),
      question,
    ])
    return [lesson, lesson === 'second' ? { en: english, it: italian } : { en: english }] as const
  })
  return compiled(
    slug,
    {
      kind: 'course',
      hours: 5,
      plannedWeeks: 1,
      audience: { en: { text: 'People who try things' } },
      outcomes: { en: { list: ['You can test'] } },
      said: about(`Course ${slug}`),
      weeks: [{ slug: 'week-1', said: about('Week one'), lessons: places }],
    },
    {
      about: { en: part(`Course ${slug}`, 'en', [text('intro', 'What the course is about')]) },
      ...Object.fromEntries(pages),
    },
  )
}

export function tool(slug: string, words = 'Ring the person and listen') {
  return compiled(
    slug,
    {
      kind: 'tool',
      code: 'A1',
      family: 'A',
      needs: ['contact'],
      setting: [{ with: 'one-to-one', min: 1, max: 1 }],
      timing: 'live',
      channels: ['landline'],
      phoneOnly: true,
      internet: 'none',
      cost: 'low',
      clientLevel: 'none',
      workerLevel: 'basic',
      volunteer: { possible: true, trainingHours: 2 },
      minutes: [10, 15],
      sessions: [4, 12],
      evidence: 'A',
      alignment: [{ framework: 'DigComp 3.0', codes: ['2.1'] }],
      units: ['3.1'],
      reviewed: '2026-11-23',
      nextReview: '2027-11-23',
      said: {
        en: {
          ...about(`Tool ${slug}`).en,
          forWhom: 'Anybody at home',
          notFor: 'People in a crisis',
          equipment: ['A telephone'],
          people: ['One caller'],
          frequency: 'Weekly',
        },
      },
    },
    { card: { en: part(`Tool ${slug}`, 'en', [text('words', words)]) } },
  )
}

export function curriculum(slug: string) {
  const unit = {
    code: '1.1',
    slug: 'first-unit',
    hours: 3,
    alignment: [{ framework: 'DigCompEdu 2017' as const, codes: ['1.3'] }],
    cards: [],
    said: { en: { ...about('First unit').en, outcomes: ['explain'] } },
  }
  const outcomes = { knowledge: ['knows'], skills: ['does'], responsibility: ['decides'] }
  const module = {
    code: 'M1',
    slug: 'first-module',
    hours: { live: 1, selfPaced: 1, practice: 1, assessment: 0 },
    said: { en: { ...about('First module').en, outcomes, prerequisites: 'None', assessment: 'A task' } },
    units: [unit],
  }
  return compiled(
    slug,
    { kind: 'curriculum', eqf: 5, said: about(`Curriculum ${slug}`), modules: [module] },
    {
      about: { en: part(`Curriculum ${slug}`, 'en', [text('intro', 'The programme')]) },
      'first-module': { en: part('First module', 'en', [text('purpose', 'Why')]) },
      'first-unit': { en: part('First unit', 'en', [text('words', 'The unit')]) },
      'first-unit/plan': { en: part('Plan of the first unit', 'en', [text('aims', 'Aims')]) },
    },
  )
}
