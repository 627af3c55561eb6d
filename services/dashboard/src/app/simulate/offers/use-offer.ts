import type { Catalog } from '@portofino/market'
import { useMemo, useState } from 'react'
import { ringStep } from '../../../keys/list-steps.ts'
import { offerAt } from './offered.ts'
import type { Offer } from './offered.ts'
import type { Writing } from '../editor/use-writing.ts'
import { commandAt } from '../written-commands.ts'
import type { WrittenCommand } from '../written-commands.ts'

export interface OpenOffer {
  offer: Offer
  isOpen: boolean
  /** The lit row; -1 for none. */
  active: number
  /** Opens at the caret: after a key, or because somebody asked for it. */
  open: (place: { text: string; caret: number }, isAsked: boolean) => void
  close: () => void
  move: (step: 1 | -1) => void
}

/** The list of completions: open after a key at the same caret, until Escape, a click elsewhere or another caret. */
export function useOffer({
  writing,
  commands,
  catalog,
}: {
  writing: Writing
  commands: readonly WrittenCommand[]
  catalog: Catalog
}): OpenOffer {
  const { caret, isFocused } = writing
  const [opened, setOpened] = useState<{ caret: number; active: number; isAsked: boolean } | null>(null)
  const offer = useMemo(() => {
    const command = commandAt(commands, caret)
    // Behind the end of a line a new command begins.
    const isInside = command !== null && !writing.text.slice(command.end, caret).includes('\n')
    return offerAt(caret, isInside ? command : null, catalog)
  }, [commands, caret, catalog, writing.text])
  const count = offer.items.length
  return {
    offer,
    isOpen: isFocused && opened !== null && opened.caret === caret && (opened.isAsked || !offer.isDate),
    active: Math.min(opened?.active ?? -1, count - 1),
    open: ({ text, caret: at }, isAsked) => {
      const isEmptyPlace = /^$|\s$/.test(text.slice(0, at))
      const isWanted = isAsked || !/^$|\n$/.test(text.slice(0, at))
      setOpened(isWanted ? { caret: at, active: isEmptyPlace && !isAsked ? -1 : 0, isAsked } : null)
    },
    close: () => setOpened(null),
    move: (step) =>
      setOpened((before) =>
        before === null || count === 0 ? before : { ...before, active: ringStep(before.active, step, count) },
      ),
  }
}
