import { isoDate } from '@portofino/market'
import type { DatedReturn, PeriodReturn } from '@portofino/simulator'
import { monthOfYear, signedPercent, tone } from '../../../format.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import type { RangeExtremes } from '../period/range-tearsheet.ts'
import type { TearsheetView } from '../tearsheet-view.ts'

const spans = ['day', 'month', 'year'] as const

/** The best and the worst day, month and year, each with its date. */
export function Extremes({ view: { tearsheet, benchmark } }: { view: TearsheetView }) {
  const sides = [
    { name: 'Portfolio', ends: tearsheet, isMuted: false },
    ...(benchmark === null || tearsheet.benchmark === null
      ? []
      : [{ name: benchmark, ends: tearsheet.benchmark, isMuted: true }]),
  ]
  return (
    <div>
      <h3 className="sub">Best and worst</h3>
      <ScrollRegion label="Best and worst">
        <table className="t tight">
          <thead>
            <tr>
              <td />
              {sides.flatMap(({ name }) =>
                ['best', 'worst'].map((end) => (
                  <th key={`${name} ${end}`} scope="col" className="n">
                    {name}, {end}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {spans.map((span) => (
              <tr key={span}>
                <th scope="row">{span.charAt(0).toUpperCase() + span.slice(1)}</th>
                {sides.flatMap(({ name, ends, isMuted }) =>
                  (['best', 'worst'] as const).map((end) => (
                    <Extreme key={`${name} ${end}`} {...extremeOf(ends[end], span)} isMuted={isMuted} />
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

function Extreme({ value, when, isMuted }: { value: number | null; when: string; isMuted: boolean }) {
  return (
    <td className={`n ${isMuted ? 'muted' : tone(value)}`}>
      {signedPercent(value)}
      <span className="when">{when}</span>
    </td>
  )
}

function extremeOf(ends: RangeExtremes, span: (typeof spans)[number]): { value: number | null; when: string } {
  const found = ends[span]
  return { value: found?.return ?? null, when: found === null ? '' : whenOf(found) }
}

function whenOf(found: DatedReturn | PeriodReturn): string {
  if ('day' in found) return isoDate(found.day)
  const name = found.month === null ? String(found.year) : monthOfYear(found.year, found.month)
  return found.partial ? `${name}, partial` : name
}
