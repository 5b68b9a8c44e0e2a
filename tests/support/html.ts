// Looks into pages with the parser of the real runtime.
import type { HTMLRewriter as Rewriter } from '@cloudflare/workers-types'

const { HTMLRewriter } = globalThis as unknown as { HTMLRewriter: typeof Rewriter } // workerd has it

export interface Element {
  tag: string
  /** The attribute's value, with its characters as they are read; undefined when it has none. */
  get(name: string): string | undefined
  text: string
}

/** The elements that fit a CSS selector, in order, with the text inside of them. */
export async function elements(html: string, selector: string): Promise<Element[]> {
  const found: Element[] = []
  const open: Element[] = []
  const rewriter = new HTMLRewriter().on(selector, {
    element(element) {
      const attributes = new Map(
        [...element.attributes].map(([name = '', value = '']) => [name, plain(value)]),
      )
      const one = { tag: element.tagName, get: (name: string) => attributes.get(name), text: '' }
      found.push(one)
      if (VOID.includes(element.tagName)) return
      open.push(one)
      element.onEndTag(() => void open.splice(open.indexOf(one), 1))
    },
    text(chunk) {
      for (const one of open) one.text += chunk.text
    },
  })
  await rewriter.transform(new Response(html) as never).text() // the same class at run time
  return found.map((one) => ({ ...one, text: plain(one.text).replace(/\s+/g, ' ').trim() }))
}

const VOID = ['meta', 'link', 'input', 'br', 'img', 'source', 'track', 'hr']

/** The only or first element that fits. */
export const element = async (html: string, selector: string): Promise<Element | undefined> =>
  (await elements(html, selector))[0]

/** Everything that can be read on the page. */
export async function words(html: string): Promise<string> {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  return (await elements(body, 'body')).map(({ text }) => text).join(' ')
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
