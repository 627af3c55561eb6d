import { nearest as nearestWords } from '@portofino/strategy'

/** The candidate that a typing error most likely meant; null when none is near enough to be worth a question. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  return nearestWords(word, candidates, 1)[0] ?? null
}
