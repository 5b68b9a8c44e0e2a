import type { Manifest, Part, Tool } from '#domain/works/index.ts'
import { Breadcrumbs } from '../../parts/Breadcrumbs.tsx'
import { Blocks } from '../../parts/blocks/Blocks.tsx'
import { type BlockSurroundings, BlocksSurrounded } from '../../parts/blocks/surroundings.tsx'
import { Contents } from '../../parts/Contents.tsx'
import { Icon } from '../../parts/icons.tsx'
import { LanguageNote, langOf } from '../../parts/LanguageNote.tsx'
import { Licence } from '../../parts/Licence.tsx'
import { Channels, Stamp, ToolBand } from '../../parts/ToolCard.tsx'
import { ToolFacts } from '../../parts/ToolFacts.tsx'
import { useReader } from '../../reader.tsx'
import { day, fill, said } from '../../say.ts'

export interface ToolProps {
  manifest: Manifest
  tool: Tool
  part: Part
  surroundings: BlockSurroundings
}

export function ToolPage(props: ToolProps) {
  const { language, paths, words } = useReader()
  const lang = () => langOf(props.part.language, language)
  const about = () => said(props.tool.said, language)
  return (
    <main class="page" id="main" tabindex="-1">
      <Breadcrumbs
        steps={[{ href: paths.toolbox, name: words.toolbox.title }]}
        here={about().title}
        lang={lang()}
      />
      <LanguageNote language={props.part.language} />
      <article class="tool-page" data-family={props.tool.family.toLowerCase()}>
        <header class="tool-head">
          <ToolBand code={props.tool.code} family={props.tool.family} />
          <h1 lang={lang()}>{about().title}</h1>
          <p class="lede" lang={lang()}>
            {about().summary}
          </p>
          <Channels of={props.tool.channels} />
          <Stamp grade={props.tool.evidence} long />
          <p class="print-hint">
            <Icon name="print" /> {words.toolbox.print}: {words.toolbox.printHint}
          </p>
        </header>
        <ToolFacts tool={props.tool} lang={lang()} />
        <BlocksSurrounded value={props.surroundings}>
          <div class="beside">
            <Contents of={props.part.blocks} lang={lang()} />
            <div class="prose" lang={lang()}>
              <Blocks of={props.part.blocks} />
            </div>
          </div>
        </BlocksSurrounded>
        <p class="meta">
          <span>
            {fill(words.toolbox.reviewed, {
              date: day(language, props.tool.reviewed),
              next: day(language, props.tool.nextReview),
            })}
          </span>
        </p>
        <Licence manifest={props.manifest} title={about().title} />
      </article>
    </main>
  )
}
