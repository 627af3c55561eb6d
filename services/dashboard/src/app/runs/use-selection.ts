import { useState } from 'react'
import type { HistoryItem } from '../../api/queries.ts'
import { toggled, toggledPage } from './selection.ts'
import type { Selected } from './selection.ts'

export interface Selection {
  selected: Selected
  toggle: (run: HistoryItem) => void
  togglePage: (runs: readonly HistoryItem[]) => void
  clear: () => void
}

const nothing: Selected = new Map()

/** The runs that are chosen, also those on other pages of the list. */
export function useSelection(): Selection {
  const [selected, setSelected] = useState(nothing)
  return {
    selected,
    toggle: (run) => setSelected((before) => toggled(before, run)),
    togglePage: (runs) => setSelected((before) => toggledPage(before, runs)),
    clear: () => setSelected(nothing),
  }
}
