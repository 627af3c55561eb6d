import { useMemo } from 'react'
import { percentLevel, weight } from '../../../format.ts'
import type { ChartLine } from '../../../ui/chart/line-plot.tsx'
import { LineChart } from '../../../ui/chart/line-chart.tsx'
import type { HoldingsChartProps } from './allocation.tsx'
import { exposureColumns, isConstant } from './exposure-columns.ts'

/** Gross and net exposure and cash, as shares of the value: a line of words where they never moved. */
export function Exposure({ view: { series, range }, isTableOpen, onTable }: HoldingsChartProps) {
  const { dates, gross, net, cash } = useMemo(() => exposureColumns(series, range), [series, range])
  const lines: ChartLine[] = useMemo(
    () => [
      { name: 'Gross', values: gross, look: 'solid' },
      { name: 'Net', values: net, look: 'dashed' },
      { name: 'Cash', values: cash, look: 'dotted' },
    ],
    [gross, net, cash],
  )
  if ([gross, net, cash].every(isConstant)) {
    return (
      <div>
        <h3 className="sub">Exposure</h3>
        <p className="small muted">
          Gross {weight(gross[0])}, net {weight(net[0])}, cash {weight(cash[0])} throughout.
        </p>
      </div>
    )
  }
  return (
    <LineChart
      {...{ dates, lines, isTableOpen, onTable }}
      level={percentLevel}
      title="Exposure"
      note="gross solid, net dashed, cash dotted"
      summary={`At the end gross was ${weight(gross.at(-1))}, net ${weight(net.at(-1))}, cash ${weight(cash.at(-1))}.`}
      written={weight}
      base={0}
      height={150}
    />
  )
}
