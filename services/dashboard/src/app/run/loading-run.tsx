import { Skeleton } from '../../ui/panel.tsx'
import { Screen } from '../shell/screen.tsx'
import { ChartSkeleton } from './chart/chart-skeleton.tsx'
import { RunCrumbs } from './run-head.tsx'
import { TilesSkeleton } from './tiles/run-tiles.tsx'
import { shortened } from './period/shortened.ts'

/** The places of a run that is not known yet. */
export function LoadingRun({ id }: { id: string }) {
  return (
    <Screen name="run" title="Run">
      <div aria-busy="true">
        <h1 className="sr" tabIndex={-1}>
          Run {shortened(id)}
        </h1>
        <p className="sr" role="status">
          Loading run {shortened(id)}
        </p>
        <header className="head run-head">
          <RunCrumbs id={shortened(id)} />
          <Skeleton className="late" width={280} height={36} />
          <div className="btns late">
            <Skeleton width={118} height={36} />
            <Skeleton width={138} height={36} />
          </div>
          <div className="full cmdline">
            <Skeleton className="late" width="min(470px, 80%)" height={24} />
          </div>
        </header>
        <div className="run-slot late">
          <div className="notice">
            <Skeleton width="min(640px, 100%)" height={12} />
          </div>
        </div>
        <div className="late">
          <TilesSkeleton />
          <div className="main-chart awaited">
            <ChartSkeleton />
          </div>
        </div>
      </div>
    </Screen>
  )
}
