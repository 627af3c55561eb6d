import type { CalendarPeriod } from './calendar-periods.ts'
import type { Definition } from './definition.ts'
import type { JointMoments } from './joint-moments.ts'
import type { MeasuredRun } from './measured-run.ts'
import type { Moments } from './moments.ts'

/** One measure: what it means and how a run's value of it comes about. */
export interface Metric<Id extends string = string> {
  definition: Definition<Id>
  /** What must hold before it is computed; the first that does not hold gives the reason of the null. */
  needs: readonly Need[]
  compute(context: RunContext): number | null
  /** Reason when it is null although all its needs are met. */
  otherwise: string
  /** Marks a value that holds but needs a caution beside it. */
  flag?(context: RunContext): 'short' | null
}

/** Null when met, else the reason in plain words. */
export type Need = (context: RunContext) => string | null

/** A run and all that several measures need of it, each computed when first asked for and then kept. */
export interface RunContext {
  run: MeasuredRun
  /** A measure of the same run; null when undefined. */
  value(metric: Metric): number | null
  /** Calendar days from the first to the last session. */
  calendarDays(): number
  returns(): Float64Array
  /** Returns above the risk-free ones. */
  excess(): Float64Array
  moments(): Moments
  excessMoments(): Moments
  annualRiskFree(): number
  drawdown(): Float64Array
  months(): readonly CalendarPeriod[]
  monthReturns(): Float64Array
  monthExcess(): Float64Array
  yearReturns(): Float64Array
  /** Empty without a benchmark, like all below. */
  benchmarkReturns(): Float64Array
  benchmarkMonthReturns(): Float64Array
  /** Of the excess returns of both. */
  jointMoments(): JointMoments
}
