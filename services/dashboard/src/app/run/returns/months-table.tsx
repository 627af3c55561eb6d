import { points, shortMonth, signedPercent, tone } from '../../../format.ts'
import { heatShare, heatStyle } from '../../../ui/heat-shade.ts'
import type { MonthCell, MonthsKind, YearRow } from './months-grid.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

export interface MonthsTableProps {
  rows: readonly YearRow[]
  kind: MonthsKind
  /** The size that has the full color. */
  cap: number
  benchmark: string | null
}

/** More years than this stand closer. */
const manyYears = 12

/** Months by years. The sign says what the color says; a corner marks what is covered in part. */
export function MonthsTable({ rows, kind, cap, benchmark }: MonthsTableProps) {
  const subject = { portfolio: 'the portfolio', benchmark, difference: `the portfolio above ${benchmark}, in percentage points` }
  const written = (value: number): string => (kind === 'difference' ? points(value).replace(/\s*pp$/, '') : signedPercent(value))
  return (
    <ScrollRegion label="Monthly returns">
      <table className={rows.length > manyYears ? 'heat dense' : 'heat'}>
        <caption className="sr">Monthly returns of {subject[kind]}</caption>
        <colgroup>
          <col className="yr" />
          {rows[0]?.months.map((_, month) => (
            <col key={shortMonth(month + 1)} />
          ))}
          <col className="total" />
        </colgroup>
        <thead>
          <tr>
            <td className="none" />
            {Array.from({ length: 12 }, (_, month) => (
              <th key={shortMonth(month + 1)} scope="col">
                {shortMonth(month + 1)}
              </th>
            ))}
            <th scope="col">Year</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, months, total }) => (
            <tr key={year}>
              <th scope="row">
                {year}
                {total !== null && (
                  <span className={`only-s ${tone(total.value)}`} aria-hidden="true">
                    {written(total.value)}
                  </span>
                )}
              </th>
              {months.map((cell, month) => (
                <Cell key={shortMonth(month + 1)} {...{ cell, written }} share={heatShare(cell?.value ?? 0, cap)} />
              ))}
              <Total cell={total} written={written} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

interface CellProps {
  cell: MonthCell | null
  written: (value: number) => string
}

function Cell({ cell, share, written }: CellProps & { share: number }) {
  if (cell === null) return <td className="none" />
  return (
    <td className={cell.partial ? 'part' : ''} style={heatStyle(share)}>
      {written(cell.value)}
      {cell.partial && <span className="sr"> partial</span>}
    </td>
  )
}

function Total({ cell, written }: CellProps) {
  if (cell === null) return <td className="none" />
  return (
    <td className={`tot ${tone(cell.value)}${cell.partial ? ' part' : ''}`}>
      {written(cell.value)}
      {cell.partial && <span className="sr"> partial</span>}
    </td>
  )
}
