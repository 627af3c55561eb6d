import type { Book } from './book.ts'

interface Stretch {
  /** The last session that is already booked. */
  from: number
  /** The next stop. */
  to: number
}

/** Beyond this many times the capital a double no longer holds what a trade costs. */
const largestGrowth = 1e15

/** Books all sessions after `from` up to `to` with the units in force, or as many as come before ruin or a value beyond measure. */
export function markThrough(book: Book, stretch: Stretch): 'marked' | 'ruined' | { outgrownAt: number } {
  const { from, to } = stretch
  if (to - from > 1) markBetween(book, stretch)
  markStop(book, to)
  if (book.plan.accrual !== null) accrueCash(book, stretch)
  else for (let t = from + 1; t <= to; t++) book.cash[t] = book.cash[from]!
  return markValue(book, stretch)
}

/** Column by column, four at a time: units do not change between two stops. */
function markBetween({ plan: { prices }, units, long, short }: Book, { from, to }: Stretch): void {
  const count = units.length
  let i = 0
  while (i + 3 < count && isLong(units, i)) {
    const a = prices[i]!
    const heldA = units[i++]!
    const b = prices[i]!
    const heldB = units[i++]!
    const c = prices[i]!
    const heldC = units[i++]!
    const d = prices[i]!
    const heldD = units[i++]!
    for (let t = from + 1; t < to; t++) {
      long[t] = long[t]! + heldA * a[t]! + heldB * b[t]! + heldC * c[t]! + heldD * d[t]!
    }
  }
  for (; i < count; i++) {
    const column = prices[i]!
    const side = units[i]! > 0 ? long : short
    const held = Math.abs(units[i]!)
    for (let t = from + 1; t < to; t++) side[t] = side[t]! + held * column[t]!
  }
}

function isLong(units: Float64Array, i: number): boolean {
  return units[i]! >= 0 && units[i + 1]! >= 0 && units[i + 2]! >= 0 && units[i + 3]! >= 0
}

/** Keeps prices and worth of each holding at hand for the trade or settlement that may follow. */
export function markStop({ plan, units, long, short, problem }: Book, session: number): void {
  const { prices: columns } = plan
  const { prices, holdings } = problem
  let longWorth = 0
  let shortWorth = 0
  for (let i = 0; i < units.length; i++) {
    const price = columns[i]![session]!
    const worth = units[i]! * price
    prices[i] = price
    holdings[i] = worth
    if (worth > 0) longWorth += worth
    else shortWorth -= worth
  }
  long[session] = longWorth
  short[session] = shortWorth
}

/** On the balances of the session before: cash earns or, below zero, pays; borrowed shares cost. */
function accrueCash({ plan, cash, short, interest }: Book, { from, to }: Stretch): void {
  const accrual = plan.accrual!
  for (let t = from + 1; t <= to; t++) {
    const balance = cash[t - 1]!
    const earned = balance * (balance > 0 ? accrual.cash[t]! : accrual.margin[t]!)
    interest![t] = earned
    cash[t] = balance + earned - short[t - 1]! * accrual.borrow[t]!
  }
}

function markValue(book: Book, { from, to }: Stretch): ReturnType<typeof markThrough> {
  const { value, cash, long, short } = book
  const largest = book.plan.capital * largestGrowth
  for (let t = from + 1; t <= to; t++) {
    const total = cash[t]! + long[t]! - short[t]!
    if (total <= 0) {
      bookRuin(book, t, Math.abs(total))
      return 'ruined'
    }
    // Written so that it holds for NaN too.
    if (!(total < largest)) return { outgrownAt: t }
    value[t] = total
  }
  return 'marked'
}

function bookRuin(book: Book, session: number, shortfall: number): void {
  for (const series of [book.value, book.cash, book.long, book.short]) series[session] = 0
  book.shortfall = shortfall
  book.sessions = session + 1
}
