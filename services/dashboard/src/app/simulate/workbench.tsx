import { useSearch } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { CommandPanel } from './editor/command-panel.tsx'
import { draftPlaces, firstText } from './draft/draft.ts'
import { examples } from './start/examples.ts'
import { fieldAt, tokenOf } from './form/field-place.ts'
import type { FieldPlace } from './form/field-place.ts'
import { GuestNote } from './guest-note.tsx'
import { StartFrom } from './start/start-from.tsx'
import { RunProblem } from './running/run-problem.tsx'
import { RunsDialog } from './running/runs-dialog.tsx'
import { UnderEditor } from './echo/under-editor.tsx'
import { useCommand } from './use-command.ts'
import { useEditorActions } from './editor/use-editor-actions.ts'
import { useLinkedText } from './draft/use-linked-text.ts'
import { useRun } from './running/use-run.ts'
import { useReadyToRun } from './running/use-ready-to-run.ts'
import { useRunning } from './running/use-running.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useWriting } from './editor/use-writing.ts'

/** The editor and all that is said about its text. */
export function Workbench() {
  useReadyToRun()
  const { cmd } = useSearch({ from: '/' })
  const [first] = useState(() => firstText(cmd ?? null, draftPlaces, examples[0]!.command))
  const area = useRef<HTMLTextAreaElement>(null)
  const faultsId = useId()
  const [writing, events] = useWriting(first)
  const actions = useEditorActions(area, events)
  const runner = useRun(useLinkedText(writing.text, { area, adopt: actions.adopt }))
  const [asked, setAsked] = useState<string | null>(null)
  const judged = useCommand(writing, { refusals: runner.refusals, asked })
  const { run, runAll, isAsking, setAsking, isSending, failure, waitsBecause } = useRunning(judged, runner)
  const judgeAndRun = (): void => {
    setAsked(writing.text)
    judged.list.close()
    run()
  }
  const [field, setField] = useState<FieldPlace | null>(null)
  const { current, form, commands } = judged
  const start = current?.start ?? 0
  const token = tokenOf(field, form)
  const tryExample = useStable((command: string) => {
    actions.adopt(command)
    void runner.run([command])
  })
  return (
    <>
      <CommandPanel
        {...{ area, writing, events, judged, actions, faultsId, waitsBecause, isSending }}
        lit={token && { start: token.start + start, end: token.end + start }}
        onRun={judgeAndRun}
        onSeveral={() => setAsking(true)}
      />
      {failure && <RunProblem {...failure} onRetry={run} />}
      <UnderEditor
        {...{ judged, actions, faultsId }}
        text={writing.text}
        at={field ?? (writing.isFocused ? fieldAt(writing.caret - start, form) : null)}
        onField={setField}
      />
      <GuestNote />
      <RunsDialog open={isAsking} commands={commands} onClose={() => setAsking(false)} onRun={runAll} />
      <StartFrom onTry={tryExample} />
    </>
  )
}
