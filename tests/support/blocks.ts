// A block of every kind, for tests that must meet them all. Each says word-of-<its kind>.
import type { Block, BlockType, Inline } from '#domain/works/block.ts'

export const inline = (text: string): Inline[] => [{ type: 'text', text }]
export const text = (id: string, words: string): Block => ({ id, type: 'text', text: inline(words) })

/** One of each; a kind that is new does not compile until it stands here. */
export function blocksSaying(say: (type: BlockType) => string) {
  const inner = (type: BlockType) => [text(`in-${type}`, say(type))]
  return {
    heading: { id: 'heading', type: 'heading', level: 2, text: inline(say('heading')) },
    text: { id: 'text', type: 'text', text: inline(say('text')) },
    list: { id: 'list', type: 'list', ordered: true, start: 3, items: [inner('list'), [text('li', 'b')]] },
    table: {
      id: 'table',
      type: 'table',
      caption: `Caption ${say('table')}`,
      head: [inline('When'), inline('What')],
      rows: [[inline('Monday'), inline(say('table'))]],
    },
    quotation: { id: 'quotation', type: 'quotation', blocks: inner('quotation'), by: inline('Somebody') },
    image: {
      id: 'image',
      type: 'image',
      src: '/content/picture.png',
      alt: say('image'),
      caption: inline(`Caption ${say('image')}`),
    },
    video: {
      id: 'video',
      type: 'video',
      src: '/content/clip.mp4',
      captions: [{ language: 'en', src: '/content/clip.vtt' }],
      title: `Title ${say('video')}`,
      seconds: 90,
      transcript: inner('video'),
    },
    callout: {
      id: 'callout',
      type: 'callout',
      kind: 'safety',
      title: say('callout'),
      blocks: inner('callout'),
    },
    case: { id: 'case', type: 'case', title: say('case'), blocks: inner('case') },
    script: { id: 'script', type: 'script', blocks: inner('script') },
    step: { id: 'step', type: 'step', title: inline(say('step')), minutes: 5, blocks: inner('step') },
    reflection: { id: 'reflection', type: 'reflection', blocks: inner('reflection') },
    download: {
      id: 'download',
      type: 'download',
      href: '/content/sheet.pdf',
      title: say('download'),
      format: 'pdf',
      bytes: 12_345,
    },
    card: { id: 'card', type: 'card', slug: 'calls', why: inline(say('card')) },
    question: {
      id: 'question',
      type: 'question',
      several: true,
      prompt: inner('question'),
      options: ['a', 'b', 'c'].map((id) => ({
        id,
        text: inline(`${id} ${say('question')}`),
        right: id !== 'c',
        feedback: [text(`f-${id}`, `Because ${id} ${say('question')}`)],
      })),
    },
    task: {
      id: 'task',
      type: 'task',
      title: say('task'),
      minutes: 30,
      blocks: inner('task'),
      rubric: [{ criterion: `Criterion ${say('task')}`, levels: ['none', 'some', 'much', 'all'] }],
    },
    source: {
      id: 'source',
      type: 'source',
      sources: [
        { key: 'who', authors: say('source'), year: '2020', title: `Title ${say('source')}`, read: 'mirror' },
      ],
    },
  } satisfies { [T in BlockType]: Extract<Block, { type: T }> }
}

export const everyBlock: Block[] = Object.values(blocksSaying((type) => `word-of-${type}`))
