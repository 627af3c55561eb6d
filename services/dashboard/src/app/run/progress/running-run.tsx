import type { HistoryEntry } from '../../../api/queries.ts'
import type { TaskListening } from '../../../live/use-task.ts'
import { tabTitle } from '../../../run-title.ts'
import { Banner } from '../../../ui/panel.tsx'
import { Screen } from '../../shell/screen.tsx'
import { ChartSkeleton } from '../chart/chart-skeleton.tsx'
import { announcement, presentStep, runSteps, simulatedUpTo } from './progress-steps.ts'
import { CancelRun } from '../run-actions.tsx'
import { RunHead } from '../run-head.tsx'
import { ConnectionBanner, ProgressBar, Steps, TellMe } from './run-progress.tsx'
import { TilesSkeleton } from '../tiles/run-tiles.tsx'
import type { EndNotice } from './use-end-notice.ts'

interface RunningRunProps {
  run: HistoryEntry
  listening: TaskListening
  notice: EndNotice
}

/** A run that waits or runs: how far it is, in the places of what will be there. */
export function RunningRun({ run, listening: { progress, end }, notice }: RunningRunProps) {
  const status = progress?.latest.status ?? run.status
  const percent = progress?.percent ?? 0
  const steps = runSteps(status, progress)
  const upTo = simulatedUpTo(run.command, progress?.latest)
  return (
    <Screen name="run" title={`${percent}% · ${tabTitle(run)}`} state="running">
      <RunHead run={run} state={status === 'queued' ? 'queued' : 'running'}>
        <CancelRun taskId={run.task_id} />
      </RunHead>
      <div className="run-slot">
        <ProgressBar words={presentStep(steps, upTo)} progress={progress} />
      </div>
      <p className="sr" role="status">
        {announcement(status, percent)}
      </p>
      <TilesSkeleton />
      <div className="late under-way">
        <Steps steps={steps} />
        <div className="over">
          {end === null && <ConnectionBanner />}
          {end === 'sign-in' && (
            <Banner icon="key">
              <b>The session has ended.</b> The run goes on; sign in again to see it.
            </Banner>
          )}
        </div>
        <ChartSkeleton />
        <p className="small muted">
          You can leave this page. The run goes on, and its address stays the same.{' '}
          <TellMe since={run.created_at} notice={notice} />
        </p>
      </div>
    </Screen>
  )
}
