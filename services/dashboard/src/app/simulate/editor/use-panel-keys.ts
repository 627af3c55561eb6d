import type { Completion } from '@portofino/strategy'
import type { KeyboardEvent, RefObject } from 'react'
import { keyAction } from './editor-keys.ts'
import type { KeyAction } from './editor-keys.ts'
import type { EditorActions } from './use-editor-actions.ts'
import type { Hovered } from '../offers/use-hovered.ts'
import type { OpenOffer } from '../offers/use-offer.ts'
import type { Writing, WritingEvents } from './use-writing.ts'

export interface Panel {
  area: RefObject<HTMLTextAreaElement | null>
  writing: Writing
  list: OpenOffer
  hovered: Hovered
  actions: EditorActions
  onRun: () => void
  /** Looks up again what could not be; null when nothing failed. */
  onRetry: (() => void) | null
}

export interface PanelKeys {
  take: (item: Completion | undefined) => void
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** Opens the list after a key, and closes what does not fit the text any more. */
  listening: (events: WritingEvents) => WritingEvents
}

/** What keys of the editor do: to the list, to the card, and beyond. */
export function usePanelKeys({ area, writing, list, hovered, actions, onRun, onRetry }: Panel): PanelKeys {
  const take: PanelKeys['take'] = (item) => {
    if (item === undefined || area.current === null) return
    actions.take(item, list.offer)
    // What comes after it may be offered at once.
    list.open({ text: area.current.value, caret: area.current.selectionStart }, false)
  }
  const close = (): void => {
    list.close()
    hovered.close()
  }
  const acts: Readonly<Record<NonNullable<KeyAction>, () => void>> = {
    run: onRun,
    take: () => take(list.offer.items[list.active]),
    next: () => list.move(1),
    previous: () => list.move(-1),
    list: () => {
      onRetry?.()
      list.open(writing, true)
    },
    explain: () => hovered.ask(writing.caret),
    close,
  }
  return {
    take,
    onKeyDown: (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event
      const pressed = { key, ctrlKey, metaKey, altKey, shiftKey, isComposing: nativeEvent.isComposing }
      const isOpen = list.isOpen && list.offer.items.length > 0
      const action = keyAction(pressed, { isOpen, isCard: hovered.offset !== null, active: list.active })
      if (action === null) return
      event.preventDefault()
      event.stopPropagation()
      acts[action]()
    },
    listening: (events) => ({
      ...events,
      onText: (element, isTyped) => {
        events.onText(element, isTyped)
        close()
        if (isTyped) list.open({ text: element.value, caret: element.selectionStart }, false)
      },
    }),
  }
}
