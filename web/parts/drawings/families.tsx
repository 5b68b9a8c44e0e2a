// One drawing for each of the seven families of tool cards.
import { Drawing } from './Drawing.tsx'

/** A, contact. */
export function Telephone() {
  return (
    <Drawing>
      <path class="tint" d="M28 82V74c0-12 7-21 15-26h16c8 5 15 14 15 26v8a4 4 0 0 1-4 4H32a4 4 0 0 1-4-4z" />
      <path d="M20 78v-6c0-12 8-20 17-25h22c9 5 17 13 17 25v6a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4z" />
      <path d="M12 38c0-14 16-22 36-22s36 8 36 22v5a3 3 0 0 1-3 3H70a3 3 0 0 1-3-3v-4c0-4-9-6-19-6s-19 2-19 6v4a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3z" />
      <circle cx="48" cy="63" r="12" />
      <circle cx="48" cy="63" r="4" />
      <path d="M76 76c10 0 6-8 12-8" />
    </Drawing>
  )
}

/** B, groups. */
export function Gathering() {
  return (
    <Drawing>
      <ellipse class="tint" cx="51" cy="61" rx="37" ry="21" />
      <ellipse cx="48" cy="57" rx="38" ry="22" />
      <path d="M10 58c0 13 17 25 38 25s38-12 38-25" />
      <path d="M42 41h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM54 42.5h2.5a2.5 2.5 0 0 1 0 5H54" />
      <path d="M20 51h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM32 52.5h2.5a2.5 2.5 0 0 1 0 5H32" />
      <path d="M64 51h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM64 52.5h-2.5a2.5 2.5 0 0 0 0 5H64" />
      <path d="M41 61h14v6a6 6 0 0 1-6 6h-2a6 6 0 0 1-6-6zM55 63h3a3 3 0 0 1 0 6h-3" />
      <path d="M48 33c-4-4 4-7 0-11M26 43c-4-4 4-7 0-11M70 43c-4-4 4-7 0-11" />
    </Drawing>
  )
}

/** C, memory. */
export function Album() {
  return (
    <Drawing>
      <path class="tint" d="M52 32c9-6 22-7 35-4v56c-13-3-26-2-35 4z" />
      <path d="M48 27c-9-6-23-7-36-4v54c13-3 27-2 36 4 9-6 23-7 36-4V23c-13-3-27-2-36 4zM48 27v54" />
      <path d="M20 35l20 2v25l-20-2z" />
      <circle cx="30" cy="45" r="4" />
      <path d="M22.5 60c1-6 4-8 7.5-8s6.5 3 7.5 9.5" />
      <path d="M56 37l20-2v19l-20 2z" />
      <path d="M57 52l6-7 5 5 3-3 4.5 5M57 65l18-2M57 71l11-1" />
    </Drawing>
  )
}

/** D, culture. */
export function OpenWindow() {
  return (
    <Drawing>
      <path class="tint" d="M32 78V40a20 20 0 0 1 40 0v38z" />
      <path d="M28 74V36a20 20 0 0 1 40 0v38M48 16v58M28 40h40M20 74h56v6H20z" />
      <path d="M28 30L14 24v44l14 4M14 46l14 4" />
      <path d="M79 60c4 0 6 2 7 5l4 1-4 2c-1 4-4 6-8 6H62l8-5c0-5 4-9 9-9zM80 74v0M76 74v0" />
      <path d="M81 65v0" stroke-width="3" />
      <path d="M80 50v-9l7-2v8" />
      <circle cx="78" cy="50" r="2" />
      <circle cx="85" cy="47" r="2" />
    </Drawing>
  )
}

/** E, body. */
export function Stretch() {
  return (
    <Drawing>
      <path class="tint" d="M37 40c6-3 14-2 16 4l2 22H36z" />
      <circle cx="46" cy="25" r="8" />
      <path d="M34 37c6-4 14-3 17 3l2 22H34z" />
      <path d="M50 39c8-4 13-12 15-24M36 37C27 33 23 25 24 14" />
      <path d="M53 62h13a4 4 0 0 1 4 4v18h7M34 62h10" />
      <path d="M27 44v40M27 68h27M54 68v16M27 46c-3 0-3-4 0-4" />
      <path d="M72 14c3 3 5 6 6 10M17 12c-3 3-5 6-6 10" />
    </Drawing>
  )
}

/** F, digital independence. */
export function TabletAndHand() {
  return (
    <Drawing>
      <rect class="tint" x="20" y="16" width="48" height="66" rx="5" />
      <path d="M42 78H20a5 5 0 0 1-5-5V17a5 5 0 0 1 5-5h38a5 5 0 0 1 5 5v20" />
      <path d="M22 20h34v0M22 28h22M22 36h16" />
      <path d="M54 86l-12-16c-3-4 2-8 5-5l5 5V47a4 4 0 0 1 8 0v15l4-1a3.5 3.5 0 0 1 4 2l4-1a3.5 3.5 0 0 1 4 2c4-1 7 1 7 5v7c0 5-4 7-6 10" />
      <path d="M64 61v6M72 63v5M47 42a10 10 0 0 1 18 0" />
    </Drawing>
  )
}

/** G, carers and network. */
export function Threads() {
  return (
    <Drawing>
      <circle class="tint" cx="34" cy="64" r="21" />
      <circle cx="30" cy="60" r="21" />
      <path d="M12 50c12-6 26-2 36 12M10 60c12-5 24-1 32 15M16 73c5-2 10 0 14 8M22 41c10 0 20 4 28 13" />
      <path d="M44 75c14 10 26 4 26-6s-12-10-12 0 18 10 24-6c3-8 2-16 1-20" />
      <circle cx="82" cy="30" r="5" />
      <path d="M73 44c0-6 4-9 9-9s9 3 9 9" />
      <circle cx="58" cy="18" r="5" />
      <path d="M49 32c0-6 4-9 9-9s9 3 9 9M67 32c3 2 5 5 7 9" />
    </Drawing>
  )
}
