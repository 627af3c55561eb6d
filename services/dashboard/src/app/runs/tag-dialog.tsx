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
  const { changed, setChanged, ...entry } = useTagEntry()
  const { mutate, error, isPending } = changes.change
  const held = Object.fromEntries(tagHoldings(runs).map(({ tag, holding }) => [tag, holding]))
  const tags = Object.entries({ ...held, ...changed })
  const save = (): void => {
    const next = entry.withTyped()
    if (next === null) return
    mutate(
      runs.map(({ id, tags: before }) => ({ id, tags: retagged(before, next) })),
      { onSuccess: onClose },
    )
  }
  const isChanged = Object.keys(changed).length > 0 || entry.typed.trim() !== ''
  return (
    <Dialog open onClose={onClose} title={runs.length === 1 ? 'Tags' : `Tags of ${counted(runs.length, 'run')}`}>
      {tags.map(([tag, holding]) => (
        <TagBox key={tag} tag={tag} holding={holding} onChange={(next) => setChanged({ ...changed, [tag]: next })} />
      ))}
      <NewTag {...entry} />
      {error !== null && (
        <p className="said bad" role="alert">
          {told(error).detail}
        </p>
      )}
      <div className="btns">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabledBecause={reason({ isChanged, isPending })} onClick={save}>
          Save tags
        </Button>
      </div>
    </Dialog>
  )
}

/** What was changed so far, and the tag that stands in the field, which saving takes too. */
function useTagEntry() {
  const [changed, setChanged] = useState<Changed>({})
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  /** Null where what stands in the field is no tag. */
  const withTyped = (): Changed | null => {
    if (typed.trim() === '') return changed
    const found = tagFault(typed)
    setFault(found)
    return found === null ? { ...changed, [typed.trim()]: 'all' } : null
  }
  const add = (): void => {
    setFault(tagFault(typed))
    const next = withTyped()
    if (next === null) return
    setChanged(next)
    setTyped('')
  }
  return { changed, setChanged, typed, fault, withTyped, onType: setTyped, onAdd: add }
}

function reason({ isChanged, isPending }: { isChanged: boolean; isPending: boolean }): string | undefined {
  if (isPending) return 'Saving …'
  return isChanged ? undefined : 'Nothing has changed yet'
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

interface NewTagProps {
  typed: string
  fault: string | null
  onType: (typed: string) => void
  onAdd: () => void
}

function NewTag({ typed, fault, onType, onAdd }: NewTagProps) {
  return (
    <form
      className="new-tag"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd()
      }}
    >
      <Field
        label="New tag"
        value={typed}
        maxLength={longestTag}
        fault={fault ?? undefined}
        data-autofocus=""
        onChange={(event) => onType(event.target.value)}
      />
      <Button type="submit" icon="plus">
        Add
      </Button>
    </form>
  )
}
