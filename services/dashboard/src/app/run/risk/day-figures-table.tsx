import { percent } from '../../../format.ts'
import { dayFigures } from './day-figures.ts'
import type { TearsheetView } from '../tearsheet-view.ts'

/** How single days went, beside the benchmark's. */
export function DayFigures({ view: { tearsheet, benchmark } }: { view: TearsheetView }) {
  return (
    <table className="t figures">
      <caption className="sr">Losses of single days</caption>
      <thead>
        <tr>
          <th scope="col">In one day</th>
          <th scope="col" className="n">
            Portfolio
          </th>
          {benchmark !== null && (
            <th scope="col" className="n">
              {benchmark}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {dayFigures(tearsheet).map((figure) => (
          <tr key={figure.name}>
            <th scope="row">{figure.name}</th>
            <td className="n">{percent(figure.portfolio)}</td>
            {benchmark !== null && <td className="n muted">{percent(figure.benchmark)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
