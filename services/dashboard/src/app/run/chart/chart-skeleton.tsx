import './chart-skeleton.css'

/** The frame of the main chart, before there is a line to draw. */
export function ChartSkeleton() {
  return (
    <div className="chart-skeleton" aria-hidden="true">
      <div />
      <div className="below" />
    </div>
  )
}
