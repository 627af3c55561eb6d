import type { RunResult } from '../../api/queries.ts'
import { day } from '../../format.ts'
import './period-bar.css'
import { daysBetween } from './run-range.ts'

/** Which part of the period that was asked for a run covers. */
export function PeriodBar({ period }: { period: RunResult['period'] }) {
  const { requested_from: asked, from, to } = period
  const share = daysBetween(asked, from) / Math.max(daysBetween(asked, to), 1)
  return (
    <div className="period-bar" style={{ gridTemplateColumns: `minmax(0, ${share}fr) minmax(0, ${1 - share}fr)` }}>
      <div className="missing" />
      <div className="covered" />
      <span>
        <span className="hide-s">Asked: </span>
        {day(asked)}
      </span>
      <span className="runs">
        <b>
          <span className="hide-s">Runs: </span>
          {day(from)}
        </b>
        <span className="last">{day(to)}</span>
      </span>
    </div>
  )
}
