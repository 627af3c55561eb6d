import type { RunResult } from '../../../api/queries.ts'
import { day } from '../../../format.ts'
import './period-bar.css'
import { daysBetween } from './run-range.ts'

/** Which part of the period that was asked for a run covers. */
export function PeriodBar({ period }: { period: RunResult['period'] }) {
  const { requested_from: asked, from, to } = period
  const share = daysBetween(asked, from) / Math.max(daysBetween(asked, to), 1)
  return (
    <div className="period-bar">
      <div className="bars">
        <div className="missing" style={{ flexGrow: share }} />
        <div className="covered" style={{ flexGrow: 1 - share }} />
      </div>
      <div className="words">
        <span>Asked from {day(asked)}</span>
        <b>
          Runs {day(from)} to {day(to)}
        </b>
      </div>
    </div>
  )
}
