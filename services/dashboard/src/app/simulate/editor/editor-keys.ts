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

export interface EditorState {
  isOpen: boolean
  isCard: boolean
  /** The lit row of the list; -1 for none. */
  active: number
}

/** Tab is not among them: it leaves the editor, as in every field. */
export function keyAction(pressed: EditorKey, state: EditorState): KeyAction {
  if (pressed.isComposing) return null
  const { key } = pressed
  if (key === 'Escape') return state.isOpen || state.isCard ? 'close' : null
  return chord(pressed, state) ?? (state.isOpen && !isModified(pressed) ? listAction(key, state.active) : null)
}

function isModified({ ctrlKey, metaKey, altKey, shiftKey }: EditorKey): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}

/** Keys that act at any time. */
function chord({ key, ctrlKey, metaKey, altKey }: EditorKey, { isOpen }: EditorState): KeyAction {
  if (key === 'F1') return 'explain'
  if (altKey) return withAlt(key, isOpen)
  if (key === 'Enter') return ctrlKey || metaKey ? 'run' : null
  return key === ' ' && ctrlKey ? 'list' : null
}

function withAlt(key: string, isOpen: boolean): KeyAction {
  if (key === 'ArrowDown') return 'list'
  if (key !== 'ArrowUp') return null
  return isOpen ? 'close' : 'explain'
}

function listAction(key: string, active: number): KeyAction {
  if (key === 'ArrowDown') return 'next'
  if (key === 'ArrowUp') return 'previous'
  // Without a lit row Enter is a new line.
  return key === 'Enter' && active >= 0 ? 'take' : null
}
