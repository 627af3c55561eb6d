import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { finalStatuses } from '@portofino/contract'
import { runQuery, seriesQuery } from '../../api/queries.ts'
import type { HistoryEntry } from '../../api/queries.ts'
import { useTask } from '../../live/use-task.ts'
import { pages } from '../../paths.ts'
import { isProblem } from '../../problems.ts'
import { runTitle } from '../../run-title.ts'
import { buttonClass } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/panel.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../use-session.ts'
import { CanceledRun, FailedRun } from './ended-run.tsx'
import { FinishedRun } from './finished-run.tsx'
import { LoadingRun } from './loading-run.tsx'
import { RunCrumbs } from './run-head.tsx'
import { RunningRun } from './progress/running-run.tsx'
import { shortened } from './period/shortened.ts'
import { useEndNotice } from './progress/use-end-notice.ts'

/** One run, whatever has become of it. Its address holds the number or the task. */
export function RunScreen() {
  const { id } = useParams({ from: pages.run })
  const run = useQuery({ ...runQuery(id), enabled: useSession() === 'signed-in' })
  // One that is deleted elsewhere is gone here too, whatever was read of it before.
  if (isProblem(run.error, 'not_found')) return <UnknownRun id={id} />
  if (run.data !== undefined) return <KnownRun key={id} run={run.data} id={id} />
  if (run.error === null) return <LoadingRun id={id} />
  return (
    <Screen name="run" title="Run">
      <RunCrumbs id={shortened(id)} />
      <h1 className="sr" tabIndex={-1}>
        Run {shortened(id)}
      </h1>
      <ErrorPanel error={run.error} holds="The run itself is safe." onRetry={() => void run.refetch()} />
    </Screen>
  )
}

function KnownRun({ run, id }: { run: HistoryEntry; id: string }) {
  const isOver = finalStatuses.includes(run.status)
  // A session that ended is renewed in a dialog above the page; then the task is heard again.
  const isPaused = useSession() !== 'signed-in'
  const listening = useTask({ subject: 'simulations', taskId: isOver ? null : run.task_id, isPaused })
  const notice = useEndNotice(runTitle(run), isOver ? run.status : (listening.progress?.latest.status ?? run.status))
  const queryClient = useQueryClient()
  const isDone = listening.progress?.latest.status === 'done'
  useEffect(() => {
    if (isDone) void queryClient.prefetchQuery(seriesQuery(id))
  }, [isDone, id, queryClient])
  if (run.status === 'failed') return <FailedRun run={run} />
  if (run.status === 'canceled') return <CanceledRun run={run} />
  if (run.result !== null) return <FinishedRun run={run} result={run.result} id={id} />
  return <RunningRun run={run} listening={listening} notice={notice} />
}

/** The same words for what never was and for what belongs to somebody else. */
function UnknownRun({ id }: { id: string }) {
  return (
    <Screen name="run" title="No such run">
      <RunCrumbs id={shortened(id)} />
      <div className="plate">
        <h1 className="h1" tabIndex={-1}>
          There is no run {shortened(id)} here
        </h1>
        <p>
          It was deleted, it belongs to another account, or it never existed. PortoFino does not say which. A run that you deleted
          can be restored for one day.
        </p>
        <div className="btns">
          <Link className={buttonClass({ look: 'primary' })} to={pages.runs}>
            Open your runs
          </Link>
          <Link className={buttonClass({})} to={pages.simulate}>
            New run
          </Link>
        </div>
      </div>
    </Screen>
  )
}
