import '../../../ui/heat-table.css'
import { ratio } from '../../../format.ts'
import { heatStyle } from '../../../ui/heat-shade.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

/** How closely the legs and the benchmark move together, over the whole run. */
export function Correlation({ view: { result, range } }: { view: TearsheetView }) {
  const { labels, values } = result.tearsheet.correlation
  if (labels.length < 2) {
    return (
      <div>
        <h3 className="sub">Correlation of daily returns</h3>
        <p className="small muted">One leg has nothing to move with. A second one, or a benchmark, shows how closely they do.</p>
      </div>
    )
  }
  return (
    <div>
      <h3 className="sub">
        Correlation of daily returns<span>{range.isWhole ? '' : 'of the whole run'}</span>
      </h3>
      <ScrollRegion label="Correlation of daily returns">
        <table className={labels.length > 6 ? 'corr dense' : 'corr'}>
          <caption className="sr">Correlation of daily returns</caption>
          <thead>
            <tr>
              <td />
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {labels.map((other, column) => (
                  <CorrelationCell key={other} value={values[row]![column]!} isSelf={row === column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

function CorrelationCell({ value, isSelf }: { value: number | null; isSelf: boolean }) {
  if (isSelf || value === null) return <td className="muted self">{ratio(value)}</td>
  return <td style={heatStyle(value)}>{ratio(value)}</td>
}
