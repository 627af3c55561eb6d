import { useState } from 'react'
import type { HistoryItem } from '../../api/queries.ts'
import { runTitle } from '../../run-title.ts'
import { told } from '../../problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { RunChanges } from './use-run-changes.ts'

/** Gives a run a name, or its command's back. */
export function RenameDialog({ run, changes, onClose }: { run: HistoryItem; changes: RunChanges; onClose: () => void }) {
  const [name, setName] = useState(run.name)
  const { mutate, error, isPending } = changes.change
  return (
    <Dialog open onClose={onClose} title="Rename">
      <form
        className="rename-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending) mutate([{ id: run.id, name: name.trim() }], { onSuccess: onClose })
        }}
      >
        <Field
          label="Name"
          value={name}
          maxLength={200}
          placeholder={runTitle({ name: '', command: run.command })}
          hint="Left empty, the run is called by its command."
          fault={error === null ? undefined : told(error).detail}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="btns">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabledBecause={isPending ? 'Saving …' : undefined}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
