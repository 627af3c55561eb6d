import { useMemo } from 'react'
import { weight } from '../../../format.ts'
import { StackedAreas } from '../../../ui/chart/stacked-areas.tsx'
import { legNames } from '../leg-names.ts'
import type { TearsheetView } from '../tearsheet-view.ts'

export interface HoldingsChartProps {
  view: TearsheetView
  isTableOpen: boolean
  onTable: () => void
}

/** The weights over time. */
export function Allocation({ view: { result, series, range }, isTableOpen, onTable }: HoldingsChartProps) {
  const { dates, bands } = useMemo(() => {
    const within = <Value,>(column: readonly Value[]): Value[] => column.slice(range.fromIndex, range.toIndex + 1)
    const names = legNames(result.legs)
    return {
      dates: within(series.dates),
      bands: names.map((name, leg) => ({ name, values: within(series.weights[leg]!) })),
    }
  }, [result, series, range])
  const ends = bands.map(({ name, values }) => `${name} from ${weight(values[0])} to ${weight(values.at(-1))}`)
  return (
    <StackedAreas
      {...{ dates, bands, isTableOpen, onTable }}
      title="Allocation"
      note="share of value at each close"
      summary={`${ends.join(', ')}.`}
      written={weight}
      height={Math.min(300, Math.max(156, 24 * bands.length + 28))}
    />
  )
}
