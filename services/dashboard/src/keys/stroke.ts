/** What of a keyboard event names a shortcut. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A stroke by name: `mod+k` (Ctrl, on a Mac Command), `?`, `x`, `Enter`; null for what is none of ours. */
export function strokeOf({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt', 'Dead', 'Process', 'Unidentified'].includes(key)) return null
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key
}

/** The key of a stroke that is no chord; null for chords. */
export function singleKey({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  return ctrlKey || metaKey || altKey ? null : key
}

/** How long the first stroke of `g r` waits for the second. */
const sequenceMs = 1200

export interface Waiting {
  stroke: string
  since: number
}

interface Heard {
  /** The shortcut that is complete. */
  name: string | null
  /** The first stroke of a sequence that may go on. */
  waiting: Waiting | null
}

/** What a stroke means after the one before it, among the shortcuts that exist now. */
export function heard(
  stroke: string,
  { waiting, now, names }: { waiting: Waiting | null; now: number; names: readonly string[] },
): Heard {
  const isInTime = waiting !== null && now - waiting.since <= sequenceMs
  const sequence = isInTime ? `${waiting.stroke} ${stroke}` : null
  if (sequence !== null && names.includes(sequence)) return { name: sequence, waiting: null }
  if (names.some((name) => name.startsWith(`${stroke} `))) return { name: null, waiting: { stroke, since: now } }
  return { name: names.includes(stroke) ? stroke : null, waiting: null }
}

const textual =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=""], [contenteditable=true]'

/** Whether keys write text there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(textual) !== null
}
