// Links between works lead somewhere.
import type { Build, Draft } from './build.ts'

export function checkLinks(build: Build, drafts: Draft[]) {
  const works = new Map(drafts.map((draft) => [`${draft.kind}/${draft.slug}`, draft]))
  for (const { file, line, href } of build.links) {
    const message = href.startsWith('card:') ? cardFault(works, href.slice(5)) : linkFault(works, href)
    if (message) build.problems.push({ file, line, message })
  }
}

function cardFault(works: Map<string, Draft>, slug: string): string | undefined {
  return works.has(`tool/${slug}`)
    ? undefined
    : `There is no card \`${slug}\` in content/toolbox: correct the name, or write the card first.`
}

function linkFault(works: Map<string, Draft>, href: string): string | undefined {
  const [kind = '', slug = '', ...path] = href.slice('work:'.length).split('/')
  if (!['tool', 'course', 'curriculum'].includes(kind))
    return `The link ${href} must begin with work:tool/, work:course/ or work:curriculum/.`
  const work = works.get(`${kind}/${slug}`)
  if (!work) return `The link ${href} leads to no ${kind}: correct the name, or write it first.`
  if (path.length === 0 || work.parts.has(path.join('/'))) return undefined
  return `The link ${href} leads to no page of ${slug}: correct the name, or write the page first.`
}
