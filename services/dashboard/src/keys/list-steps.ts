/** The place after a step through a list that forms a ring. */
export function ringStep(current: number, step: number, length: number): number {
  if (length === 0) return 0
  return current < 0 && step < 0 ? length - 1 : (current + step + length) % length
}

/** The place after a step in a list, within its ends; the first one where nothing has the focus yet. */
export function steppedIndex(current: number, step: number, length: number): number {
  if (current < 0) return step > 0 ? 0 : length - 1
  return Math.max(0, Math.min(length - 1, current + step))
}
