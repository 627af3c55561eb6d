import { useRef, useState } from 'react'
import { hereNow } from '../../../paths.ts'
import { ProblemError } from '../../../problems.ts'
import { RefusedCommand, UnfinishedStart } from '../../start-run.ts'
import { useStartRun } from '../../use-start-run.ts'
import type { Diagnosed } from '../faults/faults.ts'

export type RunState =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** Refused or not answered; `waitUntil` in milliseconds when the server said how long; `begun` where some runs have started. */
  | { kind: 'failed'; error: unknown; waitUntil: number | null; begun: Begun | null }

/** How many of how many runs have started. */
export type Begun = Pick<UnfinishedStart, 'started' | 'of'>

export interface Runner {
  state: RunState
  /** What the server found wrong with a command that seemed right. */
  refusals: ReadonlyMap<string, readonly Diagnosed[]>
  run: (commands: readonly string[]) => Promise<void>
}

/** Sends commands to the server and goes on to their pages. `beforeLeaving` makes Back return to the text. */
export function useRun(beforeLeaving: () => Promise<void>): Runner {
  const start = useStartRun()
  const [state, setState] = useState<RunState>({ kind: 'idle' })
  const [refusals, setRefusals] = useState<ReadonlyMap<string, readonly Diagnosed[]>>(new Map())
  const isUnderway = useRef(false)

  async function run(commands: readonly string[]): Promise<void> {
    if (isUnderway.current) return
    isUnderway.current = true
    setState({ kind: 'sending' })
    try {
      await beforeLeaving()
      await start({ commands, next: hereNow })
      setState({ kind: 'idle' })
    } catch (error) {
      if (error instanceof RefusedCommand) setRefusals((before) => new Map([...before, [error.command, error.diagnostics]]))
      setState(error instanceof RefusedCommand ? { kind: 'idle' } : failed(error))
    } finally {
      isUnderway.current = false
    }
  }

  return { state, refusals, run }
}

function failed(given: unknown): RunState {
  const begun = given instanceof UnfinishedStart ? given : null
  const error = begun === null ? given : begun.cause
  const seconds = error instanceof ProblemError ? error.retryAfter : null
  return { kind: 'failed', error, waitUntil: seconds === null ? null : Date.now() + seconds * 1000, begun }
}
