import { useState } from 'react'
import type { HistoryItem } from '../../api/queries.ts'
import { counted } from '../../format.ts'
import { told } from '../../problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { longestTag, retagged, tagFault, tagHoldings } from './tagging.ts'
import type { TagHolding } from './tagging.ts'
import type { RunChanges } from './use-run-changes.ts'

type Changed = Readonly<Record<string, 'all' | 'none'>>

/** Gives tags to runs and takes them; what only some have stays so until it is touched. */
export function TagDialog({
  runs,
  changes,
  onClose,
}: {
  runs: readonly HistoryItem[]
  changes: RunChanges
  onClose: () => void
}) {
  const [changed, setChanged] = useState<Changed>({})
  const { mutate, error, isPending } = changes.change
  const held = Object.fromEntries(tagHoldings(runs).map(({ tag, holding }) => [tag, holding]))
  const tags = Object.entries({ ...held, ...changed })
  const save = (): void =>
    mutate(
      runs.map(({ id, tags: before }) => ({ id, tags: retagged(before, changed) })),
      { onSuccess: onClose },
    )
  return (
    <Dialog open onClose={onClose} title={runs.length === 1 ? 'Tags' : `Tags of ${counted(runs.length, 'run')}`}>
      {tags.map(([tag, holding]) => (
        <TagBox key={tag} tag={tag} holding={holding} onChange={(next) => setChanged({ ...changed, [tag]: next })} />
      ))}
      <NewTag onAdd={(tag) => setChanged({ ...changed, [tag]: 'all' })} />
      {error !== null && (
        <p className="said bad" role="alert">
          {told(error).detail}
        </p>
      )}
      <div className="btns">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabledBecause={reason(changed, isPending)} onClick={save}>
          Save tags
        </Button>
      </div>
    </Dialog>
  )
}

function reason(changed: Changed, isPending: boolean): string | undefined {
  if (isPending) return 'Saving …'
  return Object.keys(changed).length === 0 ? 'Nothing has changed yet' : undefined
}

function TagBox({ tag, holding, onChange }: { tag: string; holding: TagHolding; onChange: (next: 'all' | 'none') => void }) {
  return (
    <label className="tag-box">
      <input
        type="checkbox"
        className="check"
        checked={holding === 'all'}
        ref={(box) => {
          if (box !== null) box.indeterminate = holding === 'some'
        }}
        onChange={(event) => onChange(event.target.checked ? 'all' : 'none')}
      />
      <span className="tag">{tag}</span>
      {holding === 'some' && <span className="hint">some of them</span>}
    </label>
  )
}

function NewTag({ onAdd }: { onAdd: (tag: string) => void }) {
  const [tag, setTag] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  return (
    <form
      className="new-tag"
      onSubmit={(event) => {
        event.preventDefault()
        const found = tagFault(tag)
        setFault(found)
        if (found !== null) return
        onAdd(tag.trim())
        setTag('')
      }}
    >
      <Field
        label="New tag"
        value={tag}
        maxLength={longestTag}
        fault={fault ?? undefined}
        data-autofocus=""
        onChange={(event) => setTag(event.target.value)}
      />
      <Button type="submit" icon="plus">
        Add
      </Button>
    </form>
  )
}
