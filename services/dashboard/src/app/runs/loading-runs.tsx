import { Skeleton } from '../../ui/panel.tsx'

/** The list in its size before it is there. */
export function LoadingRuns() {
  return (
    <div className="loading" role="status" aria-label="Loading your runs">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={40} />
      ))}
    </div>
  )
}
