import type { Book } from './book.ts'

export interface Stretch {
  /** The last session that is already booked. */
  from: number
  to: number
}

/** Books all sessions after `from` up to `to` with the units in force; false when the portfolio is ruined on the way. */
export function markThrough(book: Book, stretch: Stretch): boolean {
  markHoldings(book, stretch)
  if (book.plan.accrual === null) book.cash.fill(book.cash[stretch.from]!, stretch.from + 1, stretch.to + 1)
  else accrueCash(book, stretch)
  return markValue(book, stretch)
}

function markHoldings({ plan, units, long, short }: Book, { from, to }: Stretch): void {
  for (let i = 0; i < units.length; i++) {
    const held = units[i]!
    if (held > 0) addColumn({ column: plan.prices[i]!, held, onto: long }, from, to)
    else if (held < 0) addColumn({ column: plan.prices[i]!, held: -held, onto: short }, from, to)
  }
}

function addColumn(
  { column, held, onto }: { column: Float64Array; held: number; onto: Float64Array },
  from: number,
  to: number,
): void {
  for (let t = from + 1; t <= to; t++) onto[t] = onto[t]! + held * column[t]!
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

function markValue(book: Book, { from, to }: Stretch): boolean {
  const { value, cash, long, short } = book
  for (let t = from + 1; t <= to; t++) {
    const total = cash[t]! + long[t]! - short[t]!
    if (total <= 0) {
      bookRuin(book, t, -total)
      return false
    }
    value[t] = total
  }
  return true
}

function bookRuin(book: Book, session: number, shortfall: number): void {
  for (const series of [book.value, book.cash, book.long, book.short]) series[session] = 0
  book.shortfall = shortfall
  book.sessions = session + 1
}
