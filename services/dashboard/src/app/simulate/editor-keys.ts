/** What a key of the editor asks for; null where the browser's own meaning holds. */
export type KeyAction = 'run' | 'take' | 'next' | 'previous' | 'close' | 'list' | 'explain' | null

export interface EditorKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
}

/** Tab is not among them: it leaves the editor, as in every field. */
export function keyAction(
  pressed: EditorKey,
  { isOpen, isCard, active }: { isOpen: boolean; isCard: boolean; active: number },
): KeyAction {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (pressed.isComposing) return null
  const isCommand = ctrlKey || metaKey
  if (key === 'Enter' && isCommand) return 'run'
  if (key === 'F1' || (key === 'ArrowUp' && altKey && !isOpen)) return 'explain'
  if ((key === 'ArrowDown' && altKey) || (key === ' ' && ctrlKey)) return 'list'
  if (key === 'Escape' && (isOpen || isCard)) return 'close'
  return isOpen && !isCommand && !shiftKey ? listAction(key, { altKey, active }) : null
}

function listAction(key: string, { altKey, active }: { altKey: boolean; active: number }): KeyAction {
  if (key === 'ArrowDown') return 'next'
  if (key === 'ArrowUp') return altKey ? 'close' : 'previous'
  // Without a lit row Enter is a new line.
  return key === 'Enter' && active >= 0 ? 'take' : null
}
