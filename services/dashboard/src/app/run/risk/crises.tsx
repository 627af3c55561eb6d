import { isoDate } from '@portofino/market'
import type { CrisisWindow } from '@portofino/simulator'
import { absent, points, signedPercent, tone } from '../../../format.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

/** What the known crises did to it. */
export function Crises({ view: { tearsheet, benchmark, range } }: { view: TearsheetView }) {
  const subject = range.isWhole ? 'run' : 'range'
  if (tearsheet.crises.length === 0) {
    return (
      <div>
        <h3 className="sub">In a crisis</h3>
        <p className="small muted">No known crisis lies inside this {subject}.</p>
      </div>
    )
  }
  return (
    <div>
      <h3 className="sub">
        In a crisis<span>windows inside this {subject}</span>
      </h3>
      <ScrollRegion label="Crisis windows">
        <table className="t">
          <thead>
            <tr>
              <th scope="col">Window</th>
              <th scope="col" className="n">
                Portfolio
              </th>
              {benchmark !== null && (
                <>
                  <th scope="col" className="n">
                    {benchmark}
                  </th>
                  <th scope="col" className="n">
                    Difference
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {tearsheet.crises.map((crisis) => (
              <Crisis key={crisis.name} crisis={crisis} isCompared={benchmark !== null} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

function Crisis({ crisis, isCompared }: { crisis: CrisisWindow; isCompared: boolean }) {
  const { name, from, to, benchmarkReturn } = crisis
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="when">
          {isoDate(from)} to {isoDate(to)}
        </span>
      </th>
      <td className={`n ${tone(crisis.return)}`}>{signedPercent(crisis.return)}</td>
      {isCompared && (
        <>
          <td className="n muted">{signedPercent(benchmarkReturn)}</td>
          <td className="n">{benchmarkReturn === null ? absent : points(crisis.return - benchmarkReturn)}</td>
        </>
      )}
    </tr>
  )
}
