import { createComponent, hydrate } from 'solid-js/web'
import { Question, type QuestionProps } from '../parts/question/Question.tsx'

// What Solid expects of the page's head; events before this moment are the browser's own (the form is a form).
Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } })

export default (root: Element, props: QuestionProps, renderId: string) =>
  hydrate(() => createComponent(Question, props), root, { renderId })
