import { Echo } from './echo.tsx'
import { FaultList } from '../faults/fault-list.tsx'
import type { FieldPlace } from '../form/field-place.ts'
import { OptionsRow } from '../form/options-row.tsx'
import type { JudgedText } from '../use-command.ts'
import type { EditorActions } from '../editor/use-editor-actions.ts'
import { Weights } from './weights.tsx'
import './under-editor.css'

export interface UnderEditorProps {
  judged: JudgedText
  actions: EditorActions
  text: string
  faultsId: string
  /** The field that belongs to the token in use. */
  at: FieldPlace | null
  onField: (place: FieldPlace | null) => void
}

/** What the command says, or what is wrong with it; its weights; its options and its form. */
export function UnderEditor({ judged, actions, text, faultsId, at, onField }: UnderEditorProps) {
  const { current, told, totals, form, known } = judged
  const start = current?.start ?? 0
  const hasFault = told.some(({ severity }) => severity === 'error')
  return (
    <div className={hasFault ? 'under faulty' : 'under'}>
      <Said judged={judged} hasFault={hasFault} />
      <Weights
        totals={totals}
        legs={form.legs}
        faults={told.map((fault) => ({ ...fault, start: fault.start - start, end: fault.end - start }))}
      />
      {told.length > 0 && (
        <FaultList
          id={faultsId}
          text={text}
          faults={told}
          onFix={(_, { edits }) => actions.fix(edits)}
          onGoTo={({ start: from, end }) => actions.goTo({ start: from, end })}
        />
      )}
      <OptionsRow
        command={current?.text ?? ''}
        form={form}
        catalog={known.catalog}
        at={at}
        text={text}
        onField={onField}
        onEdits={(edits) =>
          actions.editFromForm(edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })))
        }
      />
    </div>
  )
}

/** The command in words while nothing is wrong with it; of several, which one. */
function Said({ judged, hasFault }: { judged: JudgedText; hasFault: boolean }) {
  const { commands, current, known, period } = judged
  if (current === null) return null
  return (
    <>
      {commands.length > 1 && (
        <p className="over">
          Run {commands.indexOf(current) + 1} of {commands.length}, where the caret is
        </p>
      )}
      {current.program && !hasFault && <Echo program={current.program} catalog={known.catalog} period={period} />}
    </>
  )
}
