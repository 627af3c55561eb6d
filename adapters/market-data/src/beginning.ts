import { dayNumber, type Day } from '@portofino/market'

/** Before any market's first price. */
export const beginning: Day = dayNumber(1600, 1, 1)
