import type { DiagnosticCode } from '../diagnostic-codes.ts'

/** Neighboring words that together were meant as one thing. */
export interface SpacedForm {
  code: DiagnosticCode & ('E104' | 'E105' | 'E116')
  /** How many words it takes. */
  count: number
  /** How it should have been written, likeliest first; empty where nobody can tell. */
  texts: string[]
}

/** Of a text whose words are joined by single blanks. */
export function wordCount(text: string): number {
  return text.split(' ').length
}
