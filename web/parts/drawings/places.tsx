// Drawings for works and for pages where there is nothing, or nothing any more.
import { Drawing } from './Drawing.tsx'

/** Module M1, "What, for whom, when": an armchair, a lamp, a telephone: life at home. */
export function ModuleOne() {
  return (
    <Drawing>
      <path class="tint" d="M24 50v-8a12 12 0 0 1 12-12h10a12 12 0 0 1 12 12v8l-4 18H30z" />
      <path d="M20 47V37a12 12 0 0 1 12-12h10a12 12 0 0 1 12 12v10" />
      <path d="M20 62v-9a6 6 0 1 0-10 4v17a4 4 0 0 0 4 4h46a4 4 0 0 0 4-4V57a6 6 0 1 0-10-4v9zM20 62v16M54 62v16M16 78v7M58 78v7" />
      <path d="M70 64h22M73 64v21M89 64v21" />
      <path d="M76 64c0-4 2-6 5-6s5 2 5 6M74 56c0-3 3-4 7-4s7 1 7 4v2h-3v-2h-8v2h-3z" />
      <path d="M81 44V28M72 28l4-14h10l4 14z" />
    </Drawing>
  )
}

/** The course "Foundations": a bridge of stones between two houses. */
export function CourseFoundations() {
  return (
    <Drawing>
      <path class="tint" d="M42 54a38 38 0 0 1 17 0l-2.3 9.7a28 28 0 0 0-12.4 0z" />
      <path d="M4 46h88M4 52h88M2 88h18a28 28 0 0 1 56 0h18M10 88a38 38 0 0 1 76 0" />
      <path d="M82.2 71.5l-9 4.400M71.7 58.3l-6.2 7.8M56.5 51l-2.3 9.7M39.5 51l2.3 9.7M24.3 58.3l6.2 7.8M13.8 71.5l9 4.400" />
      <path d="M7 46V28l10-9 10 9v18M14 46V35h6v11M69 46V28l10-9 10 9v18M76 46V35h6v11" />
      <path class="thread" d="M27 31c12 9 30 9 42 0" />
    </Drawing>
  )
}

/** Nothing here yet. */
export function EmptyShelf() {
  return (
    <Drawing>
      <path class="tint" d="M68 66l-3-16h18l-3 16z" />
      <path d="M8 66h80v6H8zM18 72v12M84 72v12M8 32h80v6H8zM18 38v28M84 38v28" />
      <path d="M64 66l-3-16h18l-3 16M70 50c0-6-4-9-9-10 0 6 4 9 9 10zM70 50c0-8 4-12 9-13 1 7-3 12-9 13z" />
      <path d="M34 32L29 12l8-2 5.5 22" />
    </Drawing>
  )
}

/** A page that is not there. */
export function MissingPage() {
  return (
    <Drawing>
      <path class="tint" d="M58 14l26 6-8 36-26-6z" />
      <path d="M46 52C36 46 22 45 8 48v36c14-3 28-2 38 4 10-6 24-7 38-4V66M46 52v36M16 58c7-1 14 0 20 2M16 67c7-1 14 0 20 2" />
      <path d="M54 10l26 6-8 36-26-6z" stroke-dasharray="4 5" />
      <path d="M58 22l12 3M56 30l14 3M86 30c3 1 5 3 6 6M84 42c2 1 4 2 5 4" />
    </Drawing>
  )
}

/** An organisation that is suspended: shutters closed, the key on its hook. */
export function ClosedHouse() {
  return (
    <Drawing>
      <path class="tint" d="M24 46h44v42H24z" />
      <path d="M12 46L42 18l30 28M20 40v44h44V40M58 33V20h7v19M8 84h80" />
      <path d="M28 50h12v14H28zM44 50h12v14H44zM34 50v14M50 50v14M29 54h10M29 59h10M45 54h10M45 59h10M38 84V70h8v14" />
      <circle cx="80" cy="52" r="5" />
      <path d="M80 57v16M80 67h5M80 73h5M80 42v5" />
    </Drawing>
  )
}

/** Something broke: a plug beside its socket. */
export function BrokenLine() {
  return (
    <Drawing size="160 96">
      <path class="tint" d="M36 42h22a12 12 0 0 1 12 12v4a12 12 0 0 1-12 12H36z" />
      <path d="M32 36h22a14 14 0 0 1 0 28H32zM68 44h12M68 56h12" />
      <path d="M32 50H22c-8 0-10 8-4 12s14-2 10-8-16-2-18 8 4 20 0 26" />
      <path d="M112 34h14v32h-14a16 16 0 0 1 0-32zM108 44h6M108 56h6" />
      <path d="M126 50c16 0 20-8 14-14s-14 2-8 8 20 0 22-12 0-16 2-22" />
      <path d="M90 34l-4-10M96 32V20M102 34l5-9" />
    </Drawing>
  )
}

/** A letter is on its way. */
export function MailSent() {
  return (
    <Drawing size="120 96">
      <path class="tint" d="M54 34l52-12 8 36-52 12z" />
      <path d="M50 28l54-12 8 36-54 12zM50 28l33 14 21-26M58 64l17-25M112 52L91 32" />
      <path d="M48 72c-8 8-20 12-26 8s0-12 6-8-2 16-20 16" stroke-dasharray="3 5" />
      <path d="M36 34l-14 3M38 46l-22 5M42 58l-12 3" />
    </Drawing>
  )
}
