import { Show } from 'solid-js'
import type { Language } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { fill, nameOf } from '../say.ts'
import { Icon } from './icons.tsx'

/** Says that what follows is in another language than the reader's. */
export function LanguageNote(props: { language: Language }) {
  const reader = useReader()
  const name = () => nameOf(reader.language, 'language', props.language)
  return (
    <Show when={props.language !== reader.language}>
      <p class="language-note">
        <Icon name="globe" /> {fill(reader.words.content.notTranslated, { language: name() })}
      </p>
    </Show>
  )
}

/** The `lang` of a text that may be in another language than the page. */
export function langOf(language: Language, page: Language): Language | undefined {
  return language === page ? undefined : language
}
