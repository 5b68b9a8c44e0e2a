// What may stand in the YAML files and above the texts. The messages end a sentence that begins with the key.
import * as v from 'valibot'
import { DIG_COMP, DIG_COMP_EDU } from './frameworks.ts'

const words = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'))
const wordList = v.pipe(v.array(words, 'must be a list (- …)'), v.minLength(1, 'must name at least one'))
const slug = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may only have lower-case letters, digits and single dashes'),
)
const slugs = v.array(slug, 'must be a list of folder names')
const whole = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must not be negative'),
)
const positive = v.pipe(whole, v.minValue(1, 'must be at least 1'))
const hours = v.pipe(v.number('must be a number of hours'), v.minValue(0, 'must not be negative'))
const yes = v.boolean('must be true or false')
const day = v.pipe(
  v.string('must be a day'),
  v.check(isDay, 'must be a day of the calendar, written 2026-11-23'),
)
const range = v.pipe(
  v.strictTuple([positive, positive], 'must be [least, most]'),
  v.check(([least, most]) => least <= most, 'must be [least, most], the smaller number first'),
)

function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `must be one of: ${options.join(', ')}`)
}

function someOf<const Options extends readonly string[]>(options: Options) {
  return v.pipe(
    v.array(oneOf(options), 'must be a list [ … ]'),
    v.minLength(1, 'must name at least one'),
    unrepeated(),
  )
}

function codesOf(codes: readonly string[], framework: string) {
  const code = v.pipe(
    v.string('must be text'),
    v.check((text) => codes.includes(text), `has no such code in ${framework}`),
  )
  return v.optional(v.pipe(v.array(code, "must be a list of codes, e.g. ['1.3']"), unrepeated<string>()), [])
}

function unrepeated<T extends string>() {
  return v.check<T[], string>((list) => new Set(list).size === list.length, 'names something twice')
}

function isDay(text: string) {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10
}

const alignment = {
  digCompEdu: codesOf(DIG_COMP_EDU, 'DigCompEdu 2017'),
  digComp: codesOf(DIG_COMP, 'DigComp 3.0'),
}
const unitCode = v.pipe(
  v.string('must be text'),
  v.regex(/^\d+\.\d+$/, "must be a number of a unit, e.g. '1.2'"),
)

export const WorkFacts = v.strictObject({
  eqf: v.pipe(whole, v.minValue(1, 'must be from 1 to 8'), v.maxValue(8, 'must be from 1 to 8')),
  authors: wordList,
  modules: v.pipe(slugs, v.minLength(1, 'must name at least one'), unrepeated<string>()),
})

export const ModuleFacts = v.strictObject({
  code: v.pipe(v.string('must be text'), v.regex(/^M\d+$/, 'must be M and a number, e.g. M1')),
  hours: v.strictObject(
    { live: hours, selfPaced: hours, practice: hours, assessment: hours },
    'must be { live: …, selfPaced: …, practice: …, assessment: … }',
  ),
  units: v.pipe(slugs, v.minLength(1, 'must name at least one'), unrepeated<string>()),
})

export const UnitFacts = v.strictObject({
  code: unitCode,
  hours: v.pipe(hours, v.minValue(0.25, 'must be more than nothing')),
  ...alignment,
  cards: v.optional(v.pipe(slugs, unrepeated<string>()), []),
})

const lesson = v.strictObject(
  {
    slug,
    kind: oneOf(['welcome', 'text', 'case', 'try-it', 'discussion', 'self-check', 'wrap-up']),
    minutes: positive,
    unit: v.optional(
      v.pipe(v.string('must be text'), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be programme/unit')),
    ),
  },
  'must be { slug: …, kind: …, minutes: … }',
)

export const CourseFacts = v.strictObject({
  hours: v.pipe(hours, v.minValue(0.25, 'must be more than nothing')),
  plannedWeeks: positive,
  authors: wordList,
  weeks: v.pipe(
    v.array(
      v.strictObject(
        {
          slug,
          lessons: v.pipe(v.array(lesson, 'must be a list'), v.minLength(1, 'must name at least one')),
        },
        'must be a week with slug and lessons',
      ),
      'must be a list of weeks',
    ),
    v.minLength(1, 'must name at least one week'),
  ),
})

export const CardFacts = v.strictObject({
  code: v.pipe(
    v.string('must be text'),
    v.regex(/^[A-G]\d+$/, 'must be the letter of the family and a number, e.g. A1'),
  ),
  family: oneOf(['A', 'B', 'C', 'D', 'E', 'F', 'G']),
  authors: wordList,
  needs: someOf([
    'contact',
    'mood',
    'identity',
    'culture',
    'movement',
    'autonomy',
    'safety',
    'carer-support',
  ]),
  setting: v.pipe(
    v.array(
      v.pipe(
        v.strictObject(
          { with: oneOf(['one-to-one', 'pair', 'group']), min: positive, max: positive },
          'must be { with: …, min: …, max: … }',
        ),
        v.check(({ min, max }) => min <= max, 'has a min that is greater than its max'),
      ),
      'must be a list',
    ),
    v.minLength(1, 'must name at least one'),
  ),
  timing: oneOf(['live', 'asynchronous']),
  channels: someOf([
    'landline',
    'mobile',
    'messaging',
    'video',
    'tablet',
    'voice-assistant',
    'post',
    'home-visit',
  ]),
  phoneOnly: yes,
  internet: oneOf(['none', 'low', 'broadband']),
  cost: oneOf(['none', 'low', 'medium', 'high']),
  clientLevel: oneOf(['none', 'with-help', 'basic', 'independent']),
  workerLevel: oneOf(['basic', 'intermediate', 'advanced', 'highly-advanced']),
  volunteer: v.strictObject(
    { possible: yes, trainingHours: hours },
    'must be { possible: …, trainingHours: … }',
  ),
  minutes: range,
  sessions: range,
  evidence: oneOf(['A', 'B', 'C', 'D']),
  ...alignment,
  units: v.pipe(v.array(unitCode, "must be a list of unit codes, e.g. ['3.1']"), unrepeated<string>()),
  reviewed: day,
  nextReview: day,
})

const about = { title: words, summary: words }

export const AboutWords = v.strictObject(about)
export const ModuleWords = v.strictObject({
  ...about,
  knowledge: wordList,
  skills: wordList,
  responsibility: wordList,
  prerequisites: words,
  assessment: words,
})
export const UnitWords = v.strictObject({ ...about, outcomes: wordList })
export const CourseWords = v.strictObject({ ...about, audience: words, outcomes: wordList })
export const CardWords = v.strictObject({
  ...about,
  forWhom: words,
  notFor: words,
  equipment: wordList,
  people: wordList,
  frequency: words,
})

const httpsAddress = v.pipe(
  v.string('must be text'),
  v.regex(/^https:\/\/[^\s]+$/, 'must begin with https://'),
)

export const SourceFacts = v.strictObject(
  {
    authors: words,
    year: words,
    title: words,
    in: v.exactOptional(words),
    url: v.exactOptional(httpsAddress),
    doi: v.exactOptional(
      v.pipe(
        v.string('must be text'),
        v.regex(/^10\.\d{4,}\/\S+$/, 'must begin with 10. and have no address before it'),
      ),
    ),
    read: oneOf(['source', 'mirror', 'general']),
  },
  'must have authors, year, title and read',
)

export const Sources = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'may only have letters, digits, dashes and points'),
  ),
  SourceFacts,
  'must be a list of sources by their keys',
)
