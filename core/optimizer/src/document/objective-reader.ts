import type { Members } from './members.ts'

/** How one objective is read from a document and answered. */
export interface ObjectiveReader<Answer> {
  /** Of the document, besides `id`, `objective` and `params`. */
  fields: readonly string[]
  params: readonly string[]
  answer: (document: Members, params: Members) => Answer
}
