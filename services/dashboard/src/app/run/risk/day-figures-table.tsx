import { percent } from '../../../format.ts'
import { NumberHead } from '../../../ui/number-head.tsx'
import { dayFigures } from './day-figures.ts'
import type { TearsheetView } from '../tearsheet-view.ts'

/** How single days went, beside the benchmark's. */
export function DayFiguresTable({ view: { tearsheet, benchmark } }: { view: TearsheetView }) {
  return (
    <table className="t figures">
      <caption className="sr">Losses of single days</caption>
      <NumberHead names={['In one day', 'Portfolio', ...(benchmark === null ? [] : [benchmark])]} />
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
