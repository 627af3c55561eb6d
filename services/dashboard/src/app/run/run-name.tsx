import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { HistoryEntry } from '../../api/queries.ts'
import { callJson } from '../../api/session.ts'
import { told } from '../../problems.ts'
import { runTitle } from '../../run-title.ts'
import { Button, IconButton } from '../../ui/button.tsx'

const longest = 200

/** The name of a run, which its owner may change. */
export function RunName({ run }: { run: HistoryEntry }) {
  const [isEditing, setEditing] = useState(false)
  const button = useFocusAfter(isEditing)
  const queryClient = useQueryClient()
  const rename = useMutation({
    mutationFn: async (name: string) => callJson<{ name: string }>(`/history/${run.id}`, { method: 'PATCH', body: { name } }),
    onSuccess: ({ name }) => {
      setEditing(false)
      for (const id of [run.task_id, String(run.id)]) {
        queryClient.setQueryData<HistoryEntry>(['run', id], (known) => known && { ...known, name })
      }
      void queryClient.invalidateQueries({ queryKey: ['runs'] })
    },
  })
  if (isEditing) {
    const fault = rename.isError ? told(rename.error).detail : null
    return (
      <NameForm
        name={run.name}
        fault={fault}
        isSaving={rename.isPending}
        onSave={(name) => rename.mutate(name)}
        onLeave={() => setEditing(false)}
      />
    )
  }
  return (
    <div className="name">
      <h1 className="h1" tabIndex={-1}>
        {runTitle(run)}
      </h1>
      <IconButton ref={button} icon="edit" label="Rename" onClick={() => setEditing(true)} />
      <span className="sr" role="status">
        {rename.isSuccess && 'Saved'}
      </span>
    </div>
  )
}

/** A button that takes over the focus which went with the form; not one that is elsewhere by now. */
function useFocusAfter(isEditing: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(isEditing)
  useLayoutEffect(() => {
    if (wasEditing.current && !isEditing && document.activeElement === document.body) button.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  return button
}

interface NameFormProps {
  name: string
  fault: string | null
  isSaving: boolean
  onSave: (name: string) => void
  onLeave: () => void
}

function NameForm({ name, fault, isSaving, onSave, onLeave }: NameFormProps) {
  const field = useRef<HTMLInputElement>(null)
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    onSave(field.current!.value.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
  }
  return (
    <form className="name-form" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="input"
        aria-label="Name of the run"
        aria-describedby={fault === null ? undefined : 'name-fault'}
        aria-invalid={fault !== null}
        placeholder="Name"
        defaultValue={name}
        maxLength={longest}
        readOnly={isSaving}
        autoFocus
      />
      <Button type="submit" size="sm" look="primary" disabledBecause={isSaving ? 'It is being saved' : undefined}>
        Save
      </Button>
      <Button size="sm" onClick={onLeave}>
        Cancel
      </Button>
      {fault !== null && (
        <p id="name-fault" className="said bad" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
