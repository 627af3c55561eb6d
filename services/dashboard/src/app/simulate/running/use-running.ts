import { useState } from 'react'
import type { JudgedText } from '../use-command.ts'
import { useSecondsLeft } from '../../../ui/use-seconds-left.ts'
import type { Begun, Runner } from './use-run.ts'
import { useStable } from '../../../ui/use-stable.ts'
import { useWaitReason } from './use-wait-reason.ts'

export interface Running {
  /** Runs the text, or asks first where it makes several runs. */
  run: () => void
  runAll: () => void
  isAsking: boolean
  setAsking: (isAsking: boolean) => void
  isSending: boolean
  /** Why the last try failed; null when it did not. */
  failure: { error: unknown; wait: number; begun: Begun | null } | null
  waitsBecause: string | undefined
}

/** When Run may run, and what it runs. */
export function useRunning({ status, commands }: JudgedText, runner: Runner): Running {
  const [isAsking, setAsking] = useState(false)
  const failed = runner.state.kind === 'failed' ? runner.state : null
  const wait = useSecondsLeft(failed?.waitUntil ?? null)
  const waitsBecause = useWaitReason(wait)
  const runAll = useStable(() => {
    setAsking(false)
    void runner.run(commands.map(({ text }) => text))
  })
  const run = useStable(() => {
    if (status.runDisabledBecause !== undefined || waitsBecause !== undefined) return
    // What was agreed to goes on.
    if (commands.length > 1 && failed?.begun?.of !== commands.length) setAsking(true)
    else runAll()
  })
  const failure = failed === null ? null : { error: failed.error, wait, begun: failed.begun }
  const isSending = runner.state.kind === 'sending'
  return { run, runAll, isAsking: isAsking && commands.length > 1, setAsking, isSending, failure, waitsBecause }
}
