import type { Day } from './day.ts'

/** What changes an instrument's units or pays its holder. */
export type CorporateAction =
  /** `ratio` new shares per old one, in force from the open of `day`. */
  | { type: 'split'; day: Day; ratio: number }
  /** `amount` in the instrument's currency per share held before the ex-date `day`, in that day's shares. */
  | { type: 'dividend'; day: Day; amount: number }
  /** Last session `day`; `return` from its close to the final payment, −1 when nothing is paid. */
  | { type: 'delisting'; day: Day; return: number }
  /** From `day` on the instrument is called `symbol`. */
  | { type: 'rename'; day: Day; symbol: string }
