import type { HistoryItem } from '../../api/queries.ts'
import { signedPercent } from '../../format.ts'
import { runLink } from '../../paths.ts'
import { runTitle } from '../../run-title.ts'
import type { IconName } from '../../ui/icon-shapes.ts'

/**
 * What choosing an entry does: go somewhere, which also works in a new tab, or do something here. What may be refused leaves the palette
 * open, to say so in place.
 */
type Consequence = { kind: 'go'; href: string } | { kind: 'do' | 'try'; act: () => void }

export interface Entry {
  id: string
  icon: IconName
  label: string
  /** After the label, smaller. */
  note?: string
  /** A command, in its colors. */
  command?: string
  /** At the right: what it leads to, or its keys. */
  end?: string
  keys?: readonly string[]
  consequence: Consequence
}

export interface Group {
  title: string
  entries: readonly Entry[]
}

/** Whether every word of what is typed is in the entry. */
export function fits({ label, note = '', command = '' }: Entry, typed: string): boolean {
  const text = `${label} ${note} ${command}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** What fits, without the groups that nothing of fits. */
export function fitting(groups: readonly Group[], typed: string): Group[] {
  return groups
    .map(({ title, entries }) => ({ title, entries: entries.filter((entry) => fits(entry, typed.trim())) }))
    .filter(({ entries }) => entries.length > 0)
}

/** A run as an entry. While one types, its command shows why it is here; before, what it made of a year. */
export function runEntry(run: HistoryItem, isTyped: boolean): Entry {
  const label = runTitle(run)
  const number = `run ${run.id}`
  const earned = run.cagr === null ? run.status : `${signedPercent(run.cagr)} a year`
  return {
    id: `run-${run.id}`,
    icon: 'runs',
    label,
    ...(isTyped ? { command: run.command, end: number } : { note: number, end: earned }),
    consequence: { kind: 'go', href: runLink(run.task_id) },
  }
}

interface Piece {
  text: string
  isMarked: boolean
}

/** A text cut where what is typed stands in it, in any case. */
export function markedPieces(text: string, typed: string): Piece[] {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return [{ text, isMarked: false }]
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'i'))
  return parts.map((part, index) => ({ text: part, isMarked: index % 2 === 1 })).filter(({ text: part }) => part !== '')
}
