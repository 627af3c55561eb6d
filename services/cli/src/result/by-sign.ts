import type { Ink } from '../terminal/ink.ts'

/** Colors a gain or a loss; zero stays as it is. */
export function bySign(text: string, value: number, ink: Ink): string {
  if (value === 0) return text
  return value > 0 ? ink.gain(text) : ink.loss(text)
}
