import type { ReactNode } from 'react'
import { told } from '../../problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** On the button that does it. */
  verb: string
  task: { mutate: () => void; reset: () => void; isPending: boolean; error: Error | null }
  /** The consequences. */
  children: ReactNode
}

/** Asks before what cannot be undone: consequences, Cancel with the focus, the verb on the button, and both waiting for the answer. */
export function ConfirmDialog({ open, onClose, title, verb, task, children }: ConfirmDialogProps) {
  const wait = task.isPending ? 'One moment …' : undefined
  const close = (): void => {
    // What was refused is told once.
    if (!task.isPending) task.reset()
    onClose()
  }
  return (
    <Dialog open={open} onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!task.isPending) task.mutate()
        }}
      >
        {children}
        {task.error !== null && (
          <p className="said bad" role="alert">
            {told(task.error).detail}
          </p>
        )}
        <div className="btns">
          <Button data-autofocus="" disabledBecause={wait} onClick={close}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabledBecause={wait}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
