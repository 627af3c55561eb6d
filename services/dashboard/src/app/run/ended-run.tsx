import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { applyEdits } from '@portofino/strategy'
import type { HistoryEntry } from '../../api/queries.ts'
import { callJson } from '../../api/session.ts'
import type { PolledTask } from '../../live/follow-state.ts'
import { progressed } from '../../live/task-progress.ts'
import type { TaskProgress } from '../../live/task-progress.ts'
import { count } from '../../format.ts'
import { pages } from '../../paths.ts'
import { toldTask } from '../../problems.ts'
import type { TaskFault } from '../../problems.ts'
import { tabTitle } from '../../run-title.ts'
import { buttonClass } from '../../ui/button.tsx'
import { CommandText } from '../../ui/command-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import '../../ui/panel.css'
import { Screen } from '../shell/screen.tsx'
import { failedSteps, simulatedUpTo, stepOf } from './progress/progress-steps.ts'
import type { StepName } from './progress/progress-steps.ts'
import { EditAndRerun, RunAgain } from './run-actions.tsx'
import { RunHead } from './run-head.tsx'
import { Steps } from './progress/run-progress.tsx'

/** What a task said while it ran: it tells where it ended. */
function usePast(taskId: string): TaskProgress | undefined {
  const { data } = useQuery({
    queryKey: ['task', taskId, 'past'],
    queryFn: async ({ signal }) => callJson<PolledTask>(`/tasks/${taskId}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  let progress: TaskProgress | undefined
  for (const message of data?.events ?? []) if (message.status === 'running') progress = progressed(progress, message, 0)
  return progress
}

/** A run that failed: where, why, and what would help. */
export function FailedRun({ run }: { run: HistoryEntry }) {
  const past = usePast(run.task_id)
  const fault = run.error as TaskFault | null
  const { title, detail, mayPass } = toldTask(fault)
  const failedAt = past === undefined ? 'prices' : failingStep(past)
  return (
    <Screen name="run" title={`Failed · ${tabTitle(run)}`} state="failed">
      <RunHead run={run} state="failed">
        {mayPass && <RunAgain command={run.command} />}
        <EditAndRerun command={run.command} />
      </RunHead>
      <Steps steps={failedSteps(failedAt)} />
      <div className="plate">
        <h2 className="h2">{title}</h2>
        <p>{detail}</p>
        <Faults run={run} faults={fault?.diagnostics ?? []} />
      </div>
    </Screen>
  )
}

function failingStep(past: TaskProgress): StepName {
  return stepOf('running', past.latest)
}

function Faults({ run, faults }: { run: HistoryEntry; faults: NonNullable<TaskFault['diagnostics']> }) {
  const fixes = new Map(faults.flatMap(({ fixes: ways }) => ways.map((fix) => [applyEdits(run.command, fix.edits), fix.title])))
  return (
    <>
      {faults.length > 0 && (
        <ul className="meta">
          {faults.map(({ code, message, help, span: { start, end } }) => (
            <li key={`${code} ${start}`}>
              <span className="mono">{code}</span> {message} · characters {start + 1} to {end}
              {help !== undefined && <span className="muted"> · {help}</span>}
            </li>
          ))}
        </ul>
      )}
      {fixes.size > 0 && (
        <div className="btns">
          {Array.from(fixes, ([command, title]) => (
            <Link key={command} className={buttonClass({})} to={pages.simulate} search={{ cmd: command }}>
              Take <CommandText command={title} />
            </Link>
          ))}
        </div>
      )}
    </>
  )
}

/** A run that its owner stopped. Figures need the whole period, so there are none. */
export function CanceledRun({ run }: { run: HistoryEntry }) {
  const past = usePast(run.task_id)
  const { done, total } = past?.steps['simulating'] ?? {}
  const upTo = simulatedUpTo(run.command, past?.latest)
  return (
    <Screen name="run" title={`Canceled · ${tabTitle(run)}`}>
      <RunHead run={run} state="canceled">
        <RunAgain command={run.command} />
        <EditAndRerun command={run.command} />
      </RunHead>
      <div className="notice note">
        <Icon name="canceled" />
        <p>
          <b>You canceled this run{past !== undefined && past.percent > 0 ? ` at ${past.percent}%` : ' before it began'}.</b>{' '}
          {done !== undefined && `It had reached ${count(done)} of ${count(total)} sessions${upTo === null ? '' : `, ${upTo}`}. `}
          Figures need the whole period, so none were kept. The command is kept: run it again, or change it first.
        </p>
      </div>
    </Screen>
  )
}
