// The words of the interface in every language, and the shape that all of them have.
import { da } from './da.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { it } from './it.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'

/** A text that depends on a number: the forms that the language distinguishes. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

type Shape<T> = T extends string
  ? string
  : T extends { one: string; other: string }
    ? Plural
    : { [K in keyof T & string]: Shape<T[K]> }

export type Words = Shape<typeof en>

export const words = { en, es, it, da, pt, ro } satisfies Record<string, Words>
