import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ensureSession } from '../../api/guest.ts'
import { queryClient } from '../../api/query-client.ts'
import { submitSimulation } from '../../api/simulations.ts'
import { pages } from '../../paths.ts'
import { ProblemError } from '../../problems.ts'
import { useRunPage } from '../use-run-page.ts'
import type { Diagnosed } from './faults.ts'
import { useIsMounted } from './use-is-mounted.ts'

export type RunState =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** Refused or not answered; `waitUntil` in milliseconds when the server said how long. */
  | { kind: 'failed'; error: unknown; waitUntil: number | null }

export interface Runner {
  state: RunState
  /** What the server found wrong with a command that seemed right. */
  refusals: ReadonlyMap<string, readonly Diagnosed[]>
  run: (commands: readonly string[]) => Promise<void>
}

/** Sends commands to the server and goes on to their pages. `beforeLeaving` makes Back return to the text. */
export function useRun(beforeLeaving: () => Promise<void>): Runner {
  const navigate = useNavigate()
  const prepareRunPage = useRunPage()
  const [state, setState] = useState<RunState>({ kind: 'idle' })
  const [refusals, setRefusals] = useState<ReadonlyMap<string, readonly Diagnosed[]>>(new Map())
  const keys = useRef(new Map<string, string>())
  const isUnderway = useRef(false)
  const isMounted = useIsMounted()

  async function submit(commands: readonly string[]): Promise<void> {
    await beforeLeaving()
    if (!(await ensureSession())) {
      await navigate({ to: pages.signIn, search: { next: `${location.pathname}${location.search}` } })
      return
    }
    const taskIds = await submitted(commands, keys.current)
    void queryClient.invalidateQueries({ queryKey: ['runs'] })
    const [only] = taskIds
    if (!isMounted() || only === undefined) return
    if (taskIds.length === 1) await navigate({ to: pages.run, params: { id: only } })
    else await navigate({ to: pages.runs, search: {} })
  }

  async function run(commands: readonly string[]): Promise<void> {
    if (isUnderway.current) return
    isUnderway.current = true
    setState({ kind: 'sending' })
    prepareRunPage()
    try {
      await submit(commands)
      setState({ kind: 'idle' })
    } catch (error) {
      if (error instanceof Refusal) setRefusals((before) => new Map([...before, [error.command, error.diagnostics]]))
      setState(error instanceof Refusal ? { kind: 'idle' } : failed(error))
    } finally {
      isUnderway.current = false
    }
  }

  return { state, refusals, run }
}

/** The server found faults in a command. They stand below the editor like any other. */
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly command: string
  readonly diagnostics: readonly Diagnosed[]

  constructor(command: string, { diagnostics, cause }: { diagnostics: readonly Diagnosed[]; cause: unknown }) {
    super('The server refused the command', { cause })
    this.command = command
    this.diagnostics = diagnostics
  }
}

/** One after the other, so that they stand in this order. A command whose answer was lost is asked for again by the same key. */
async function submitted(commands: readonly string[], keys: Map<string, string>): Promise<string[]> {
  const taskIds: string[] = []
  for (const command of commands) {
    const key = keys.get(command) ?? freshKey()
    keys.set(command, key)
    try {
      const { task_id: taskId } = await submitSimulation(command, key)
      taskIds.push(taskId)
    } catch (error) {
      const diagnostics = error instanceof ProblemError ? error.document?.diagnostics : undefined
      throw diagnostics === undefined ? error : new Refusal(command, { diagnostics, cause: error })
    }
  }
  keys.clear()
  return taskIds
}

/** A key that no other request has; `randomUUID` needs a secure page. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function failed(error: unknown): RunState {
  const seconds = error instanceof ProblemError ? error.retryAfter : null
  return { kind: 'failed', error, waitUntil: seconds === null ? null : Date.now() + seconds * 1000 }
}
