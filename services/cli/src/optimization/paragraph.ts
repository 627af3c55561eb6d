import type { Style } from '../terminal/ink.ts'
import { wrap } from '../terminal/layout.ts'
import { plain } from '../terminal/printable.ts'
import type { Screen } from '../terminal/screen.ts'

/** A text, which may hold labels of strangers, with an empty line above; nothing for null. */
export function paragraph(text: string | null, { width, ink }: Screen, style?: Style): string[] {
  if (text === null) return []
  return ['', ...wrap(plain(text), width).map((line) => (style === undefined ? line : ink[style](line)))]
}
