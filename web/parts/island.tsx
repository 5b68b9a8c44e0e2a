// Parts of a page that come alive in the browser. Everything around them stays plain HTML.
import { type Component, type JSX, sharedConfig } from 'solid-js'
import { createComponent, renderToString } from 'solid-js/web'
import { jsonText } from '../json.ts'
import * as markers from './markers.ts'

/** Renders inside of a page that is being rendered; hydrating keys begin with `renderId`. */
function renderInside(renderId: string, code: () => JSX.Element): string {
  const outer = sharedConfig.context
  const html = renderToString(code, { renderId })
  if (outer) sharedConfig.context = outer
  return markers.hide(html)
}

/** The HTML of something that never changes, to be put into an island's props. */
export const still = (code: () => JSX.Element): string => markers.strip(resolve(code()))

/** What Solid's server rendering makes of an element: text is escaped already when it is marked by `t`. */
function resolve(node: unknown): string {
  if (Array.isArray(node)) return node.map(resolve).join('')
  if (typeof node === 'function') return resolve(node())
  if (node && typeof node === 'object' && 't' in node) return String(node.t)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  return `${node as string | number}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

export function Island<P extends object>(props: { name: string; id: string; of: Component<P>; props: P }) {
  const key = `${props.name}-${props.id}-`
  return (
    <div data-island={props.name} data-key={key}>
      <div innerHTML={renderInside(key, () => createComponent(props.of, props.props))} />
      <script type="application/json" innerHTML={jsonText(props.props)} />
    </div>
  )
}
