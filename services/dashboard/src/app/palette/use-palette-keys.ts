import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ringStep } from '../../keys/list-steps.ts'
import { overlay } from '../shell/overlay.ts'
import type { Entry } from './palette-entries.ts'

export interface PaletteKeys {
  /** Place of the entry that Enter takes. */
  active: number
  point: (place: number) => void
  restart: () => void
  choose: (entry: Entry, isApart: boolean) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows move, Enter takes, with Ctrl or Command in a new tab; `?` in an empty field lists the shortcuts. */
export function usePaletteKeys({
  entries,
  typed,
  onClose,
}: {
  entries: readonly Entry[]
  typed: string
  onClose: () => void
}): PaletteKeys {
  const [place, point] = useState(0)
  const navigate = useNavigate()
  const active = Math.min(place, Math.max(0, entries.length - 1))

  const choose = ({ consequence }: Entry, isApart: boolean): void => {
    if (consequence.kind === 'go' && isApart) {
      open(consequence.href, '_blank', 'noopener')
      return
    }
    if (consequence.kind !== 'try') onClose()
    if (consequence.kind === 'go') void navigate({ href: consequence.href })
    else consequence.act()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, nativeEvent } = event
    const step = steps[key]
    const entry = entries[active]
    if (nativeEvent.isComposing) return
    if (step !== undefined) point(ringStep(active, step, entries.length))
    else if (key === 'Enter' && entry !== undefined) {
      // An Enter that is held takes once.
      if (!event.repeat) choose(entry, event.ctrlKey || event.metaKey)
    } else if (key === '?' && typed === '') overlay.show('shortcuts')
    else return
    event.preventDefault()
  }

  return { active, point, restart: () => point(0), choose, onKeyDown }
}
