import { enterStage, writeEntry } from './book.ts'
import type { Book } from './book.ts'
import { markStop } from './mark.ts'

/** Turns the marked holdings that are settled at this session into cash, without any order. */
export function settleAt(book: Book, session: number): void {
  const { plan, units, cash, problem, trades } = book
  for (; plan.settlements[book.settled]?.session === session; book.settled++) {
    const { holding } = plan.settlements[book.settled]!
    cash[session] = cash[session]! + problem.holdings[holding]!
    units[holding] = 0
  }
  markStop(book, session)
  enterStage(book, session)
  problem.value = book.value[session]!
  trades.units.set(units, trades.count * units.length)
  writeEntry(book, session, { cost: 0, traded: 0 })
}
