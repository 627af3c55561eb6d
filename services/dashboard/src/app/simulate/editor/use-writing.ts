import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useReleased } from './use-released.ts'

/** After so long without a key, a word at the caret counts as written. */
const pause = 900

export interface Writing {
  text: string
  caret: number
  isFocused: boolean
  /** A key was typed less than a moment ago. */
  isTyping: boolean
}

export interface WritingEvents {
  onText: (area: HTMLTextAreaElement, isTyped: boolean) => void
  onCaret: (area: HTMLTextAreaElement) => void
  onFocus: (area: HTMLTextAreaElement) => void
  onBlur: (area: HTMLTextAreaElement) => void
}

/** The text of the editor with its caret, as it is being written. */
export function useWriting(first: string): [Writing, WritingEvents] {
  const [writing, setWriting] = useState<Writing>({ text: first, caret: 0, isFocused: false, isTyping: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const afterRelease = useReleased()
  useEffect(() => () => clearTimeout(timer.current), [])
  const onText = useCallback(
    (area: HTMLTextAreaElement, isTyped: boolean) => {
      clearTimeout(timer.current)
      const stop = (): void => setWriting((before) => ({ ...before, isTyping: false }))
      timer.current = setTimeout(() => afterRelease(stop), pause)
      setWriting({
        text: area.value,
        caret: area.selectionStart,
        isFocused: document.activeElement === area,
        isTyping: isTyped,
      })
    },
    [afterRelease],
  )
  const onCaret = useCallback((area: HTMLTextAreaElement) => {
    const caret = area.selectionStart
    setWriting((before) => (before.caret === caret ? before : { ...before, caret }))
  }, [])
  const onFocus = useCallback((area: HTMLTextAreaElement) => {
    setWriting((before) => ({ ...before, isFocused: true, caret: area.selectionStart }))
  }, [])
  const onBlur = useCallback(
    (area: HTMLTextAreaElement) =>
      afterRelease(() => {
        if (document.activeElement !== area) setWriting((before) => ({ ...before, isFocused: false, isTyping: false }))
      }),
    [afterRelease],
  )
  const events = useMemo(() => ({ onText, onCaret, onFocus, onBlur }), [onText, onCaret, onFocus, onBlur])
  return [writing, events]
}
