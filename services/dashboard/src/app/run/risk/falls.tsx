import { isoDate } from '@portofino/market'
import type { Drawdown } from '@portofino/simulator'
import { useState } from 'react'
import '../../../ui/table.css'
import { count, signedPercent } from '../../../format.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

/** Listed, and of them in sight at first. */
const listed = 10
const inSight = 6

/** The worst drawdowns. A row leads the main chart to its time. */
export function Falls({ view: { tearsheet, series, range } }: { view: TearsheetView }) {
  const [isWhole, setIsWhole] = useState(false)
  const falls = tearsheet.drawdowns.slice(0, listed)
  const deepest = falls[0]?.depth ?? -1
  if (falls.length === 0) return <p className="muted">No drawdown: every session closed at a new high.</p>
  const last = series.dates[range.toIndex]!
  return (
    <div>
      <h3 className="sub">
        Worst drawdowns<span className="screen-only">Choose one to zoom the chart</span>
      </h3>
      <ScrollRegion label="Worst drawdowns">
        <table className={isWhole ? 'falls t' : 'falls t few'}>
          <thead>
            <tr>
              <td />
              <th scope="col">Peak</th>
              <th scope="col">Trough</th>
              <th scope="col">Recovered</th>
              <th scope="col" className="n">
                Days
              </th>
              <th scope="col" className="n">
                Depth
              </th>
            </tr>
          </thead>
          <tbody>
            {falls.map((fall, i) => (
              <Fall key={fall.peak} {...{ fall, last, deepest }} number={i + 1} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {falls.length > inSight && (
        <p className="more">
          <button type="button" className="textlink" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? `Show the ${inSight} worst` : `Show all ${falls.length}`}
          </button>
        </p>
      )}
    </div>
  )
}

function Fall({ fall, number, last, deepest }: { fall: Drawdown; number: number; last: string; deepest: number }) {
  const { change } = useRunView()
  const [peak, trough] = [isoDate(fall.peak), isoDate(fall.trough)]
  const recovery = fall.recovery === null ? null : isoDate(fall.recovery)
  const zoom = (): void => {
    change({ range: `${peak}..${recovery ?? last}` })
    document.querySelector('#overview')?.scrollIntoView()
  }
  return (
    <tr className={number > inSight ? 'link beyond-six' : 'link'} onClick={zoom}>
      <td className="nr">{number}</td>
      <td>
        <button type="button" className="textlink" aria-label={`Zoom the chart to the fall from ${peak}`}>
          {peak}
        </button>
      </td>
      <td>{trough}</td>
      <td>{recovery ?? <span className="muted">not yet</span>}</td>
      <td className="n">
        {count(fall.calendarDays)}
        {recovery === null && ' so far'}
      </td>
      <td className="n">
        <span className="depth" style={{ width: Math.max(2, Math.round((fall.depth / deepest) * 96)) }} />
        <span className="loss">{signedPercent(fall.depth)}</span>
      </td>
    </tr>
  )
}
