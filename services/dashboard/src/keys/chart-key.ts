import { settings } from '../settings/settings.ts'
import { isTyping, singleKey } from './stroke.ts'
import type { Pressed } from './stroke.ts'

/** The key that a chart may act on; null for chords, in fields, and where Settings turns single keys off. */
export function chartKey(event: Pressed & { target: EventTarget | null }): string | null {
  return settings.current().shortcuts && !isTyping(event.target) ? singleKey(event) : null
}
