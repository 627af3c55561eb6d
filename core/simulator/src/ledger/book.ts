import { solveTrade } from '@portofino/rebalancing'
import type { TradeProblem, TradeSolution } from '@portofino/rebalancing'
import type { LedgerPlan, LedgerTrades } from './ledger-plan.ts'

/** The state of a run between two stops. */
export interface Book {
  readonly plan: LedgerPlan
  /** Covered so far, once the run has ended. */
  sessions: number
  readonly value: Float64Array
  readonly cash: Float64Array
  readonly long: Float64Array
  readonly short: Float64Array
  readonly interest: Float64Array | null
  /** Signed, in force now; shape [m]. */
  readonly units: Float64Array
  /** In force now; shape [m]. */
  targets: Float64Array
  /** The same, with the cash target behind when bands watch it. */
  watched: Float64Array
  /** Room for what the bands look at. */
  readonly weights: Float64Array
  readonly trades: LedgerTrades
  shortfall: number | null
  readonly carriedTrades: number[]
  /** The session that decided a trade which waits; −1 without one. */
  pendingSince: number
  stage: number
  /** How many of the plan's settlements are done. */
  settled: number
  /** Prices and holdings are those of the last stop. */
  readonly problem: TradeProblem
  readonly solution: TradeSolution
}

export function openBook(plan: LedgerPlan): Book {
  const { sessions, accrual, prices, watchesCash, stages, costs } = plan
  const holdings = prices.length
  const column = (): Float64Array => new Float64Array(sessions)
  const { targets } = stages[0]
  return {
    plan,
    sessions,
    value: column(),
    cash: column(),
    long: column(),
    short: column(),
    interest: accrual === null ? null : column(),
    units: new Float64Array(holdings),
    targets,
    watched: watchedTargets(targets, watchesCash),
    weights: new Float64Array(holdings + (watchesCash ? 1 : 0)),
    trades: roomForTrades(plan),
    shortfall: null,
    carriedTrades: [],
    pendingSince: -1,
    stage: 0,
    settled: 0,
    problem: { value: 0, targets, holdings: new Float64Array(holdings), prices: new Float64Array(holdings), costs },
    solution: { value: 0, cost: 0, traded: 0 },
  }
}

/** Money only: what the capital is before the first purchase. */
export function openAccount({ plan, value, problem }: Book): void {
  value[0] = plan.capital
  for (let i = 0; i < plan.prices.length; i++) problem.prices[i] = plan.prices[i]![0]!
}

function roomForTrades({ sessions, bands, due, prices, settlements }: LedgerPlan): LedgerTrades {
  let most = settlements.length + (bands.length > 0 ? sessions : 1)
  if (bands.length === 0) for (let session = 0; session < sessions; session++) most += due[session]!
  return {
    count: 0,
    session: new Int32Array(most),
    units: new Float64Array(most * prices.length),
    cost: new Float64Array(most),
    traded: new Float64Array(most),
    valueBefore: new Float64Array(most),
  }
}

function watchedTargets(targets: Float64Array, watchesCash: boolean): Float64Array {
  if (!watchesCash) return targets
  const net = targets.reduce((total, target) => total + target, 0)
  return Float64Array.of(...targets, 1 - net)
}

/** Brings a marked book to its targets at this close; false when no value pays for it. */
export function tradeAt(book: Book, session: number): boolean {
  enterStage(book, session)
  const { problem, solution } = book
  problem.value = book.value[session]!
  if (solveTrade(problem, solution) === 'unsolved') return false
  writeTrade(book, session)
  return true
}

/** The targets in force from this session on. */
export function enterStage(book: Book, session: number): void {
  const { stages, watchesCash } = book.plan
  let { stage } = book
  while (stage + 1 < stages.length && stages[stage + 1]!.from <= session) stage += 1
  if (stage === book.stage) return
  book.stage = stage
  book.targets = stages[stage]!.targets
  book.problem.targets = book.targets
  book.watched = watchedTargets(book.targets, watchesCash)
}

function writeTrade(book: Book, session: number): void {
  const { targets, units, trades, problem, solution, value, cash, long, short } = book
  const { value: after } = solution
  const { prices } = problem
  const first = trades.count * units.length
  let longValue = 0
  let shortValue = 0
  for (let i = 0; i < units.length; i++) {
    const money = targets[i]! * after
    const held = money === 0 ? 0 : money / prices[i]!
    units[i] = held
    trades.units[first + i] = held
    if (money > 0) longValue += money
    else shortValue -= money
  }
  long[session] = longValue
  short[session] = shortValue
  cash[session] = after - longValue + shortValue
  if (session > 0) value[session] = after
  writeEntry(book, session, solution)
}

/** Notes what the units are from this session on but for the units themselves. */
export function writeEntry(
  { trades, problem }: Book,
  session: number,
  { cost, traded }: Pick<TradeSolution, 'cost' | 'traded'>,
): void {
  trades.session[trades.count] = session
  trades.cost[trades.count] = cost
  trades.traded[trades.count] = traded
  trades.valueBefore[trades.count] = problem.value
  trades.count += 1
}
