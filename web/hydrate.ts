// The only script of a page: brings its islands to life, each with just its own chunk.
import type { Component } from 'solid-js'
import './styles/index.css'

const ISLANDS = { question: () => import('./islands/question.ts') }

async function wake(place: HTMLElement) {
  const load = ISLANDS[place.dataset['island'] as keyof typeof ISLANDS] // written by island.tsx
  const [root, props] = place.children
  if (!load || !root || !props) return
  const { default: start } = await load()
  start(root, JSON.parse(props.textContent ?? '{}'), place.dataset['key'] ?? '')
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) void wake(place)

export type { Component }
