import { isoDate, parseIsoDate } from '@portofino/market'
import type { Day } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic, Portfolio } from '@portofino/strategy'
import { datedSubjects } from '../grid/dated-subjects.ts'
import type { Period } from '../grid/dated-subjects.ts'
import { sessionGrid } from '../grid/grid.ts'
import type { Grid } from '../grid/grid.ts'
import { longestGap, priceColumns } from '../grid/price-column.ts'
import type { PriceColumn } from '../grid/price-column.ts'
import { pricedSubjects } from '../grid/priced-subject.ts'
import type { PricedSubject } from '../grid/priced-subject.ts'
import { runWindow } from '../grid/run-window.ts'
import type { DatedSubject } from '../grid/run-window.ts'
import type { SimulationRequest } from '../request.ts'
import type { RunPeriod } from '../result.ts'
import { currencyFaults } from './currency-faults.ts'
import { unpricedFaults } from './unpriced-faults.ts'

/** A portfolio and its prices on the sessions of the run, before anything is traded. */
export interface RunPlan {
  portfolio: Portfolio
  period: RunPeriod
  grid: Grid['kind']
  /** Shape [n + 1]. */
  days: Int32Array
  /** Each instrument's subject and closes, by `instrumentKey`. */
  priced: ReadonlyMap<string, { subject: PricedSubject; column: PriceColumn }>
  notes: Diagnostic[]
}

/** As much of a request as a plan needs. */
export type PricedProgram = Pick<SimulationRequest, 'program' | 'histories' | 'marketSessions'>

export type Planning = { kind: 'planned'; plan: RunPlan } | { kind: 'failed'; diagnostics: Diagnostic[] }

/** Decides which sessions a run covers and what each instrument costs on them. */
export function planRun({ program, histories, marketSessions }: PricedProgram): Planning {
  const [portfolio] = program.portfolios
  const subjects = pricedSubjects(portfolio, histories)
  const mixed = currencyFaults(subjects)
  const requested = { from: requiredDay(portfolio.period.from), to: requiredDay(portfolio.period.to) }
  const dating = datedSubjects(subjects, requested, marketSessions)
  if (dating.kind === 'unpriced') {
    return failed([...mixed, ...unpricedFaults(dating.subjects, subjects, portfolio.period.span)])
  }
  if (mixed.length > 0) return failed(mixed)
  const legs = dating.subjects.filter(({ subject }) => subject.parts.has('leg'))
  const grid = sessionGrid(legs, { from: requested.from, to: dating.horizon })
  const late = portfolio.options.late?.value ?? 'clip'
  const window = runWindow({ ...requested, subjects: dating.subjects, grid: grid.days, late, periodSpan: portfolio.period.span })
  if (window.kind === 'closed') return failed(window.diagnostics)
  const columns = priceColumns(dating.subjects, window.days)
  const gaps = gapFaults(dating.subjects, columns)
  if (gaps.length > 0) return failed(gaps)
  const priced = new Map(dating.subjects.map(({ subject }, i) => [subject.key, { subject, column: columns[i]! }]))
  const period = runPeriod(requested, grid, window)
  return { kind: 'planned', plan: { portfolio, period, grid: grid.kind, days: window.days, priced, notes: window.notes } }
}

function failed(diagnostics: Diagnostic[]): Planning {
  return { kind: 'failed', diagnostics }
}

function requiredDay(text: string): Day {
  const day = parseIsoDate(text)
  if (day === null) throw new TypeError(`Cannot simulate: the period must be two ISO days, got "${text}"`)
  return day
}

function runPeriod(requested: Period, grid: Grid, window: Extract<ReturnType<typeof runWindow>, { kind: 'open' }>): RunPeriod {
  const { days, startMovedBy, endMovedBy } = window
  return {
    from: days[0]!,
    to: days[days.length - 1]!,
    sessions: days.length,
    requestedFrom: requested.from,
    requestedTo: requested.to,
    periodsPerYear: grid.periodsPerYear,
    startMovedBy,
    endMovedBy,
  }
}

function gapFaults(subjects: readonly DatedSubject[], columns: readonly PriceColumn[]): Diagnostic[] {
  return subjects.flatMap(({ subject }, i) => {
    const { gapFrom } = columns[i]!
    if (gapFrom === null) return []
    const t = subject.history.instrument.symbol
    return [diagnostic('E306', { t, n: longestGap, date: isoDate(gapFrom) }, { span: subject.span })]
  })
}
