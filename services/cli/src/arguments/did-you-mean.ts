import { nearest } from '@portofino/strategy'

export interface DidYouMeanOptions {
  /** What is written before the word: `--`. */
  prefix?: string
  /** Said when no candidate is near enough to be worth a question. */
  otherwise?: string
}

/** The end of a message about an unknown word: the candidate that a typing error most likely meant, as a question. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  { prefix = '', otherwise = '' }: DidYouMeanOptions = {},
): string {
  const [near] = nearest(word, candidates, 1)
  return near === undefined ? otherwise : `; did you mean ${prefix}${near}?`
}
