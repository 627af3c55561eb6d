import type { CliConfig } from '../config.ts'
import { type Ink, makeInk } from './ink.ts'

/** What a view needs to know of the place where it is shown. */
export interface Screen {
  /** Characters a line may have: the terminal's width, at most 110. */
  width: number
  ink: Ink
}

const widestUseful = 110

export function makeScreen({ columns, color }: Pick<CliConfig, 'columns' | 'color'>): Screen {
  return { width: Math.min(columns, widestUseful), ink: makeInk(color) }
}
