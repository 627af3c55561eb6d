import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { callJson } from '../../api/session.ts'
import { hereNow, pages } from '../../paths.ts'
import { isProblem, told } from '../../problems.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useStartRun } from '../use-start-run.ts'

/** Back to the editor with the command of this run. */
export function EditAndRerun({ command }: { command: string }) {
  return (
    <Link className={buttonClass({ look: 'primary' })} to={pages.simulate} search={{ cmd: command }}>
      <Icon name="edit" />
      Edit &amp; rerun
    </Link>
  )
}

/** The same command once more, as a run of its own. */
export function RunAgain({ command }: { command: string }) {
  const start = useStartRun()
  const again = useMutation({
    mutationFn: async () => start({ commands: [command], next: hereNow }),
  })
  return (
    <>
      <Button icon="rerun" disabledBecause={again.isPending ? 'It is being started' : undefined} onClick={() => again.mutate()}>
        Run again
      </Button>
      {again.isError && (
        <span className="said bad" role="alert">
          {told(again.error).detail}
        </span>
      )}
    </>
  )
}

/** Asks the server to stop a run; the page shows what became of it. */
export function CancelRun({ taskId }: { taskId: string }) {
  const queryClient = useQueryClient()
  const look = (): void => void queryClient.invalidateQueries({ queryKey: ['run'] })
  const cancel = useMutation({
    mutationFn: async () => callJson(`/tasks/${taskId}/cancel`, { method: 'POST', body: {} }),
    onSuccess: look,
    // What has finished meanwhile is shown as such.
    onError: (error) => isProblem(error, 'task_finished') && look(),
  })
  const isRefused = cancel.isError && !isProblem(cancel.error, 'task_finished')
  return (
    <>
      <Button
        icon="close"
        disabledBecause={cancel.isPending || cancel.isSuccess ? 'It is being canceled' : undefined}
        onClick={() => cancel.mutate()}
      >
        {cancel.isPending || cancel.isSuccess ? 'Canceling' : 'Cancel run'}
      </Button>
      {isRefused && (
        <span className="said bad" role="alert">
          {told(cancel.error).detail}
        </span>
      )}
    </>
  )
}
