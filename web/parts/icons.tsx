import { icons } from './icons.gen.ts'

export type IconName = keyof typeof icons

/** An icon is never alone: a word stands beside it, so a screen reader is not told of it. */
export function Icon(props: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      innerHTML={icons[props.name]}
    />
  )
}
