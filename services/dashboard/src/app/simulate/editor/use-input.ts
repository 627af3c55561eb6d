import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { useStable } from './use-stable.ts'
import type { WritingEvents } from './use-writing.ts'

/** Tells each change of the text, in the browser's own words for what it was. */
export function useInput(area: RefObject<HTMLTextAreaElement | null>, { onText }: Pick<WritingEvents, 'onText'>): void {
  const latest = useStable(onText)
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const onInput = (event: Event): void => latest(element, event instanceof InputEvent && isTyped(event))
    element.addEventListener('input', onInput)
    return () => element.removeEventListener('input', onInput)
  }, [area, latest])
}

/** Tells keys from what comes as a whole: pasted, dropped, written by a fix. A phone's keyboard composes each word anew. */
function isTyped({ inputType, data }: InputEvent): boolean {
  if (inputType === 'insertCompositionText') return true
  return /^insert(Text|LineBreak)$|^delete/.test(inputType) && (data?.length ?? 0) <= 1
}
