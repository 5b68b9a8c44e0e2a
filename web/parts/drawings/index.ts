import type { Component } from 'solid-js'
import type { Family } from '#domain/works/index.ts'
import { Album, Gathering, OpenWindow, Stretch, TabletAndHand, Telephone, Threads } from './families.tsx'

export * from './families.tsx'
export { HomeWindows } from './HomeWindows.tsx'
export * from './places.tsx'

export const FAMILY_DRAWINGS: Record<Family, Component> = {
  A: Telephone,
  B: Gathering,
  C: Album,
  D: OpenWindow,
  E: Stretch,
  F: TabletAndHand,
  G: Threads,
}
