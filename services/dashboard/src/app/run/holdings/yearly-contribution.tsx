import type { RunResult } from '../../../api/queries.ts'
import { signedPercent, tone } from '../../../format.ts'
import { contributionRows } from './contribution-rows.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

/** Years down, parts across: for runs of many years. */
export function YearlyContribution({ result }: { result: RunResult }) {
  const rows = contributionRows(result)
  return (
    <div>
      <h3 className="sub">
        Contribution by year<span>percent of the value at the year's beginning</span>
      </h3>
      <ScrollRegion label="Contribution by year">
        <table className="t tight">
          <thead>
            <tr>
              <th scope="col">Year</th>
              {rows.map(({ label }) => (
                <th key={label} scope="col" className="n">
                  {label}
                </th>
              ))}
              <th scope="col" className="n">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {result.attribution.years.map(({ year, total }, i) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {rows.map(({ label, years }) => (
                  <td key={label} className={`n ${tone(years[i]!.value)}`}>
                    {signedPercent(years[i]!.value)}
                  </td>
                ))}
                <td className={`n total ${tone(total)}`}>{signedPercent(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
