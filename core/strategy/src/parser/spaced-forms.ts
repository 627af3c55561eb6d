import type { SpacedForm } from './spaced-form.ts'
import { isSplitLeg, spacedLeg } from './spaced-legs.ts'
import { isSplitOption, spacedOption } from './spaced-options.ts'
import { isSplitPeriod, spacedPeriod } from './spaced-periods.ts'

/** Finds neighbors that were meant as one thing at the beginning of words joined by single blanks. */
export function spacedForm(text: string): SpacedForm | null {
  return spacedPeriod(text) ?? spacedOption(text) ?? spacedLeg(text)
}

/** Whether a word that could be read alone makes more sense together with the next one. */
export function isSplit(text: string, next: string): boolean {
  return text.length <= longest && (isSplitLeg(text, next) || isSplitOption(text, next) || isSplitPeriod(text, next))
}

const longest = 40
