import { useEffect, useState } from 'react'
import { told } from '../../problems.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { nameOf } from './run-in-words.ts'
import { undoMs } from './use-deletion.ts'
import type { Deletion } from './use-deletion.ts'

/** Says what was deleted, and takes it back for ten seconds; they do not run while the bar is pointed at or has the focus. */
export function UndoBar({ deletion }: { deletion: Deletion }) {
  const { deleted, error, isBusy, undo, forget } = deletion
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (deleted.length === 0 || isHeld || isBusy || error !== null) return undefined
    const timer = setTimeout(forget, undoMs)
    return () => clearTimeout(timer)
  }, [deleted, isHeld, isBusy, error, forget])
  if (deleted.length === 0 && error === null) return <div role="status" />
  return (
    <div
      className="selbar"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {deleted.length > 0 && <span>{wordsOf(deletion)}</span>}
      {error !== null && <span className="said bad">{told(error).detail}</span>}
      {deleted.length > 0 && (
        <Button size="sm" look="quiet" icon="rerun" disabledBecause={isBusy ? 'One moment' : undefined} onClick={undo}>
          Undo
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={forget} />
    </div>
  )
}

function wordsOf({ deleted }: Deletion): string {
  const [first, ...others] = deleted
  if (first === undefined) return ''
  return others.length === 0 ? `Deleted ${nameOf(first).text}.` : `Deleted ${others.length + 1} runs.`
}
