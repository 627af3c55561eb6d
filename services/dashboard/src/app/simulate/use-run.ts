import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ensureSession } from '../../api/guest.ts'
import { submitSimulation } from '../../api/simulations.ts'
import { pages } from '../../paths.ts'
import { ProblemError } from '../../problems.ts'
import type { Diagnosed } from './faults.ts'

export type RunState =
  | { kind: 'idle' }
  | { kind: 'sending'; total: number }
  /** Refused or not answered; `waitUntil` in milliseconds when the server said how long. */
  | { kind: 'failed'; error: unknown; waitUntil: number | null }

export interface Runner {
  state: RunState
  /** What the server found wrong with a command that seemed right. */
  refusals: ReadonlyMap<string, readonly Diagnosed[]>
  run: (commands: readonly string[]) => Promise<void>
  forget: () => void
}

/** A key that no other request has; `randomUUID` needs a secure page. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends commands to the server and goes on to their pages. `beforeLeaving` makes Back return to the text. */
export function useRun(beforeLeaving: () => Promise<void>): Runner {
  const navigate = useNavigate()
  const [state, setState] = useState<RunState>({ kind: 'idle' })
  const [refusals, setRefusals] = useState<ReadonlyMap<string, readonly Diagnosed[]>>(new Map())
  const keys = useRef(new Map<string, string>())
  const isUnderway = useRef(false)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])

  async function submit(commands: readonly string[]): Promise<void> {
    await beforeLeaving()
    if (!(await ensureSession())) {
      await navigate({ to: pages.signIn, search: { next: `${location.pathname}${location.search}` } })
      return
    }
    let taskId = ''
    for (const command of commands) {
      const key = keys.current.get(command) ?? freshKey()
      keys.current.set(command, key)
      taskId = (await submitted(command, key)).task_id
    }
    keys.current.clear()
    if (!isHere.current) return
    await (commands.length === 1 ? navigate({ to: pages.run, params: { id: taskId } }) : navigate({ to: pages.runs, search: {} }))
  }

  async function submitted(command: string, key: string) {
    try {
      return await submitSimulation(command, key)
    } catch (error) {
      const diagnostics = error instanceof ProblemError ? error.document?.diagnostics : undefined
      if (diagnostics !== undefined) setRefusals((before) => new Map([...before, [command, diagnostics as Diagnosed[]]]))
      throw error
    }
  }

  async function run(commands: readonly string[]): Promise<void> {
    if (isUnderway.current) return
    isUnderway.current = true
    setState({ kind: 'sending', total: commands.length })
    try {
      await submit(commands)
      setState({ kind: 'idle' })
    } catch (error) {
      setState(failed(error))
    } finally {
      isUnderway.current = false
    }
  }

  return { state, refusals, run, forget: () => setState({ kind: 'idle' }) }
}

/** Faults of the command stand below the editor like any other; all else is told on its own. */
function failed(error: unknown): RunState {
  if (error instanceof ProblemError && error.document?.diagnostics !== undefined) return { kind: 'idle' }
  const seconds = error instanceof ProblemError ? error.retryAfter : null
  return { kind: 'failed', error, waitUntil: seconds === null ? null : Date.now() + seconds * 1000 }
}
