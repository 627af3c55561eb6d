import type { Completion, Edit } from '@portofino/strategy'
import { useCallback, useMemo } from 'react'
import type { RefObject } from 'react'
import { applyEdits } from '@portofino/strategy'
import { editText, replaceText } from './edit-text.ts'
import type { Range } from '../faults/faults.ts'
import { takenText } from '../offers/offered.ts'
import type { Offer } from '../offers/offered.ts'
import type { WritingEvents } from './use-writing.ts'

export interface EditorActions {
  /** Focus goes to the editor, and undo takes the edits back. */
  fix: (edits: readonly Edit[]) => void
  /** Focus stays in the field that asked. */
  editFromForm: (edits: readonly Edit[]) => void
  /** Another text for the whole editor. */
  adopt: (text: string) => void
  take: (item: Completion, offer: Offer) => void
  goTo: (range: Range) => void
}

/** What other parts of the screen do to the editor's text. */
export function useEditorActions(area: RefObject<HTMLTextAreaElement | null>, { onText, onCaret }: WritingEvents): EditorActions {
  const withArea = useCallback(
    (act: (element: HTMLTextAreaElement) => void) => {
      if (area.current !== null) act(area.current)
    },
    [area],
  )
  return useMemo(
    () => ({
      fix: (edits) => withArea((element) => editText(element, edits)),
      editFromForm: (edits) =>
        withArea((element) => {
          if (edits.length === 0) return
          element.value = applyEdits(element.value, edits)
          onText(element, false)
        }),
      adopt: (text) =>
        withArea((element) => {
          // A phone would open its keyboard over the page.
          if (matchMedia('(pointer: fine)').matches) replaceText(element, text)
          else element.value = text
          element.setSelectionRange(text.length, text.length)
          onText(element, false)
        }),
      take: (item, offer) =>
        withArea((element) => {
          const text = takenText(item, element.value.slice(offer.end))
          editText(element, [{ start: offer.start, end: offer.end, text }])
          onCaret(element)
        }),
      goTo: ({ start, end }) =>
        withArea((element) => {
          element.focus()
          element.setSelectionRange(start, end)
          onCaret(element)
        }),
    }),
    [withArea, onText, onCaret],
  )
}
