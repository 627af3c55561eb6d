import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

const paper = matchMedia('print')
const listeners = new Set<() => void>()
let isPrinting = paper.matches

function become(next: boolean): void {
  if (next === isPrinting) return
  isPrinting = next
  // The page is copied to paper as soon as the event has been handled.
  flushSync(() => {
    for (const listener of listeners) listener()
  })
}

addEventListener('beforeprint', () => become(true))
addEventListener('afterprint', () => become(paper.matches))
paper.addEventListener('change', ({ matches }) => become(matches))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the page is being put on paper, where charts have the width of the sheet and all is open. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting)
}
