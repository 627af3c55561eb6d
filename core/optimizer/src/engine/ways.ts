/** One of several ways that lead to the same solution, but for rounding. */
export interface Way {
  /** How far before the end of a cold start, of a path from 0 to 1, what happens is taken for rounding. */
  room: number
  /** An irrational share that sets gradients apart at the beginning. */
  turn: number
  /** Whether a frontier is walked up from its beginning in any case. */
  isUpward: boolean
}

export const usualWay: Way = { room: 1e-11, turn: 0.618_033_988_749_894_9, isUpward: false }

/** The usual way, then those that rounding may treat better. */
export const ways: readonly Way[] = [
  usualWay,
  { ...usualWay, room: 0, isUpward: true },
  { room: 1e-11, turn: 0.414_213_562_373_095_1, isUpward: true },
  { room: 0, turn: 0.302_775_637_731_994_6, isUpward: true },
]
