import { signedPercent, tone, weight } from '../../../format.ts'
import { contributionRows } from './contribution-rows.ts'
import type { ContributionRow } from './contribution-rows.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { YearlyContribution } from './yearly-contribution.tsx'
import { NumberHead } from '../../../ui/number-head.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

/** More years than this get a table of their own. */
const fewYears = 8

const ownReturn = 'Own return'
const ownReturnHint =
  'Of the instrument itself, bought and held over the run. A short position gains where it falls; what the position brought is the total.'

/** What each part added to the return of the whole run, and of each year. */
export function Contribution({ view: { result, range } }: { view: TearsheetView }) {
  const { years } = result.attribution
  const rows = contributionRows(result)
  const shown = years.length <= fewYears ? years : []
  const partial = years.filter((year) => year.partial).map(({ year }) => year)
  const notes = [range.isWhole ? null : 'of the whole run', 'adds up, no residual'].filter((note) => note !== null)
  return (
    <>
      <div>
        <h3 className="sub">
          Contribution to return<span>{notes.join('; ')}</span>
        </h3>
        <ScrollRegion label="Contribution to return">
          <table className="t">
            <NumberHead
              names={['Leg', 'First weight', 'Last weight', ownReturn, ...shown.map(({ year }) => String(year)), 'Total']}
              hints={{ [ownReturn]: ownReturnHint }}
            />
            <tbody>
              {rows.map((row) => (
                <ContributionLine key={row.label} row={row} years={shown.length} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Portfolio</th>
                <td className="n">{weight(sumOf(rows, ({ leg }) => leg?.first_weight))}</td>
                <td className="n">{weight(sumOf(rows, ({ leg }) => leg?.last_weight))}</td>
                <td className="n" />
                {shown.map(({ year, total }) => (
                  <Signed key={year} value={total} />
                ))}
                <Signed value={result.metrics['total_return'] ?? null} />
              </tr>
            </tfoot>
          </table>
        </ScrollRegion>
        {partial.length > 0 && <p className="xs muted more">Partial years: {partial.join(' and ')}.</p>}
      </div>
      {years.length > fewYears && <YearlyContribution result={result} />}
    </>
  )
}

function sumOf(rows: readonly ContributionRow[], part: (row: ContributionRow) => number | undefined): number {
  return rows.reduce((total, row) => total + (part(row) ?? 0), 0)
}

function ContributionLine({
  row: { label, name, leg, contribution, years },
  years: shown,
}: {
  row: ContributionRow
  years: number
}) {
  return (
    <tr>
      <th scope="row">
        {leg === null ? label : <b className="mono">{label}</b>} {name !== null && <span className="muted">{name}</span>}
      </th>
      <td className="n">{leg === null ? '' : weight(leg.first_weight)}</td>
      <td className="n">{leg === null ? '' : weight(leg.last_weight)}</td>
      <td className="n">{leg === null ? '' : signedPercent(leg.own_return)}</td>
      {years.slice(0, shown).map(({ year, value }) => (
        <Signed key={year} value={value} />
      ))}
      <Signed value={contribution} isTotal />
    </tr>
  )
}

function Signed({ value, isTotal = false }: { value: number | null; isTotal?: boolean }) {
  return <td className={`n ${tone(value)}${isTotal ? ' total' : ''}`}>{signedPercent(value)}</td>
}
