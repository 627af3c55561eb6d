import { valueAtRisk } from '@portofino/metrics'
import { counted, percent, signedPercent } from '../../../format.ts'
import { Histogram } from '../../../ui/chart/histogram.tsx'
import type { TearsheetView } from '../tearsheet-view.ts'

/** How often daily returns of each size came. */
export function Distribution({
  view: { tearsheet },
  isTableOpen,
  onTable,
}: {
  view: TearsheetView
  isTableOpen: boolean
  onTable: () => void
}) {
  const { distribution, columns, best, worst } = tearsheet
  const { edges, counts } = distribution
  if (best.day === null || worst.day === null) return <p className="muted">One session has no daily returns.</p>
  const loss = valueAtRisk(columns.returns, 0.95)
  const width = ((edges[1]! - edges[0]!) * 100).toFixed(3).replace(/\.?0+$/, '')
  const ends = `between ${signedPercent(worst.day.return)} and ${signedPercent(best.day.return)}`
  return (
    <Histogram
      {...{ edges, counts, isTableOpen, onTable }}
      title="Daily returns"
      noun="days"
      note={`${counted(columns.returns.length, 'day')}, bins of ${width} pp`}
      summary={`Daily returns lay ${ends}; on 1 day in 20 the loss was ${percent(loss)} or more.`}
      mark={loss === null ? null : { name: 'VaR 95%', value: -loss }}
      height={222}
      print="half"
    />
  )
}
