import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { callJson } from '../../api/session.ts'
import { hereNow, pages } from '../../paths.ts'
import { isProblem, told } from '../../problems.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCopy } from '../../ui/use-copy.ts'
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

/** Longer addresses do not survive every program that they pass through. */
const longestAddress = 8192

/** Copies the address, which holds the view as it is. Phones have room for its sign only. */
export function Share() {
  const { outcome, copy } = useCopy()
  const isTooLong = location.href.length > longestAddress
  const answer = outcome === 'copied' ? 'Link copied' : outcome === 'failed' ? 'Copy it from the address bar' : null
  return (
    <>
      <Button
        look="quiet"
        icon={outcome === 'copied' ? 'check' : 'share'}
        className="share"
        aria-label={answer ?? 'Share'}
        title="Copies the address of this view; it opens for your account"
        disabledBecause={isTooLong ? 'The address is longer than 8 KiB, which many programs cut off' : undefined}
        onClick={() => copy(location.href)}
      >
        <span className="hide-s">{answer ?? 'Share'}</span>
      </Button>
      <span className="sr" role="status">
        {answer}
      </span>
    </>
  )
}
