import type { StreamLook } from '../config.ts'
import { type Ink, makeInk } from './ink.ts'

/** What a view needs to know of the place where it is shown. */
export interface Screen {
  /** Characters a line may have: the terminal's width, at most 110. */
  width: number
  ink: Ink
  /** How the language's own drawings of a command fit in. */
  source: { color: boolean; width?: number }
}

const widestUseful = 110

export function makeScreen(columns: number, { isTerminal, color }: StreamLook): Screen {
  // Only a terminal breaks long lines, and with them the marks below a command.
  const source = { color: color !== 'none', ...(isTerminal ? { width: columns - 2 } : {}) }
  return { width: Math.min(columns, widestUseful), ink: makeInk(color), source }
}
