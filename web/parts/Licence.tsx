import type { Manifest } from '#domain/works/index.ts'
import { useReader } from '../reader.tsx'
import { fill } from '../say.ts'
import { Icon } from './icons.tsx'

const DEED = 'https://creativecommons.org/licenses/by-sa/4.0/'

/** Title, author, source, licence: what stands at the foot of every piece, ready to be copied. */
export function Licence(props: { manifest: Pick<Manifest, 'authors' | 'licence'>; title: string }) {
  const reader = useReader()
  const words = reader.words.content
  const authors = () => props.manifest.authors.join(', ')
  const text = () => fill(words.licenceText, { authors: authors(), licence: '{licence}' }).split('{licence}')
  return (
    <section class="licence">
      <Icon name="open" />
      <div>
        <h2>{words.licence}</h2>
        <p>
          <cite>{props.title}</cite> {text()[0]}
          <a href={DEED} rel="license">
            {props.manifest.licence}
          </a>
          {text()[1]}
        </p>
        <p>
          {words.citeAs}: <cite>{props.title}</cite>, {authors()}, {reader.origin + reader.path},{' '}
          {props.manifest.licence}.
        </p>
        <p>{words.honest}</p>
      </div>
    </section>
  )
}
