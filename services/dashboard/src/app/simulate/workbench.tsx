import { useSearch } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { CommandPanel } from './command-panel.tsx'
import { firstText } from './draft.ts'
import { examples } from './examples.ts'
import { fieldAt, tokenOf } from './field-place.ts'
import type { FieldPlace } from './field-place.ts'
import type { Range } from './faults.ts'
import { GuestNote } from './guest-note.tsx'
import { StartFrom } from './recent-runs.tsx'
import { RunProblem } from './run-problem.tsx'
import { RunsDialog } from './runs-dialog.tsx'
import { UnderEditor } from './under-editor.tsx'
import { useCommand } from './use-command.ts'
import { useCountdown } from './use-countdown.ts'
import { useEditorActions } from './use-editor-actions.ts'
import { draftPlaces, useLinkedText } from './use-linked-text.ts'
import { useRun } from './use-run.ts'
import { useStable } from './use-stable.ts'
import { useWaitReason } from './use-wait-reason.ts'
import { useWriting } from './use-writing.ts'

/** The editor and all that is said about its text. */
export function Workbench() {
  const { cmd } = useSearch({ from: '/' })
  const [first] = useState(() => firstText(cmd ?? null, draftPlaces, examples[0]!.command))
  const area = useRef<HTMLTextAreaElement>(null)
  const faultsId = useId()
  const [writing, events] = useWriting(first)
  const actions = useEditorActions(area, events)
  const runner = useRun(useLinkedText(writing.text, { area, adopt: actions.adopt }))
  const judged = useCommand(writing, runner.refusals)
  const { current, form, commands, status } = judged
  const [isAsking, setAsking] = useState(false)
  const [field, setField] = useState<FieldPlace | null>(null)
  const failure = runner.state.kind === 'failed' ? runner.state : null
  const wait = useCountdown(failure?.waitUntil ?? null)
  const waitsBecause = useWaitReason(wait)
  const start = current?.start ?? 0
  const runAll = (): void => {
    setAsking(false)
    void runner.run(commands.map(({ text }) => text))
  }
  const run = useStable(() => {
    if (status.runDisabledBecause !== undefined || waitsBecause !== undefined) return
    if (commands.length > 1) setAsking(true)
    else runAll()
  })
  const tryExample = useStable((command: string) => {
    actions.adopt(command)
    void runner.run([command])
  })
  return (
    <>
      <CommandPanel
        {...{ area, writing, events, judged, actions, faultsId, waitsBecause }}
        lit={shifted(tokenOf(field, form), start)}
        isSending={runner.state.kind === 'sending'}
        onRun={run}
        onSeveral={() => setAsking(true)}
      />
      {failure && <RunProblem error={failure.error} wait={wait} onRetry={run} />}
      <UnderEditor
        {...{ judged, actions, faultsId }}
        text={writing.text}
        at={field ?? (writing.isFocused ? fieldAt(writing.caret - start, form) : null)}
        onField={setField}
      />
      <GuestNote />
      <RunsDialog open={isAsking && commands.length > 1} commands={commands} onClose={() => setAsking(false)} onRun={runAll} />
      <StartFrom onTry={tryExample} />
    </>
  )
}

function shifted(range: Range | null, by: number): Range | null {
  return range === null ? null : { start: range.start + by, end: range.end + by }
}
