import { applyEdits } from '@portofino/strategy'
import type { Edit } from '@portofino/strategy'
import type { Range } from '../faults/faults.ts'

/** Edits the text as if it were typed, so that the browser's own undo takes it back in one step. The caret ends behind the first edit. */
export function editText(area: HTMLTextAreaElement, edits: readonly Edit[]): void {
  const [first] = edits
  if (first === undefined) return
  replaceText(area, applyEdits(area.value, edits))
  const caret = first.start + first.text.length
  area.setSelectionRange(caret, caret)
}

/** Makes the text another one by replacing what differs. */
export function replaceText(area: HTMLTextAreaElement, text: string): void {
  const { start, end, inserted } = difference(area.value, text)
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, end)
  if (start === end && inserted === '') return
  // No other way leaves the undo history whole; every browser has it.
  const isDone = inserted === '' ? document.execCommand('delete') : document.execCommand('insertText', false, inserted)
  if (isDone && area.value === text) return
  area.setRangeText(text, 0, area.value.length, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): Range & { inserted: string } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) }
}
