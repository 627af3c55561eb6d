import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { finalStatuses } from '@portofino/contract'
import { runQuery, seriesQuery } from '../../api/queries.ts'
import type { HistoryEntry } from '../../api/queries.ts'
import { useTask, wasStarted } from '../../live/use-task.ts'
import type { TaskListening } from '../../live/use-task.ts'
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
  return <RunOf key={id} id={id} />
}

function RunOf({ id }: { id: string }) {
  const run = useQuery({ ...runQuery(id), enabled: useSession() === 'signed-in' })
  const listening = useRunListening(id, run.data)
  const queryClient = useQueryClient()
  const [isReturned] = useState(() => queryClient.getQueryData(seriesQuery(id).queryKey) !== undefined)
  // One that is deleted elsewhere is gone here too, whatever was read of it before.
  if (isProblem(run.error, 'not_found')) return <UnknownRun id={id} />
  if (run.data !== undefined) return <KnownRun run={run.data} {...{ id, listening, isReturned }} />
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

/** Hears of a run until it is over: from the first moment where this tab has started it, else once it is known to go on. */
function useRunListening(id: string, run: HistoryEntry | undefined): TaskListening {
  const queryClient = useQueryClient()
  const [isStarted] = useState(() => wasStarted(queryClient, id))
  const isOver = run === undefined ? !isStarted : isFinal(run)
  // A session that ended is renewed in a dialog above the page; then the task is heard again.
  const isPaused = useSession() !== 'signed-in'
  const listening = useTask({ subject: 'simulations', taskId: isOver ? null : (run?.task_id ?? id), isPaused })
  const isDone = listening.progress?.latest.status === 'done'
  useEffect(() => {
    if (isDone) void queryClient.prefetchQuery(seriesQuery(id))
  }, [isDone, id, queryClient])
  return listening
}

function isFinal({ status }: HistoryEntry): boolean {
  return finalStatuses.includes(status)
}

interface KnownRunProps {
  run: HistoryEntry
  id: string
  listening: TaskListening
  /** Its values were there when the page was opened. */
  isReturned: boolean
}

function KnownRun({ run, id, listening, isReturned }: KnownRunProps) {
  const notice = useEndNotice(runTitle(run), isFinal(run) ? run.status : (listening.progress?.latest.status ?? run.status))
  if (run.status === 'failed') return <FailedRun run={run} />
  if (run.status === 'canceled') return <CanceledRun run={run} />
  if (run.result !== null) return <FinishedRun run={run} result={run.result} {...{ id, isReturned }} />
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
