import type { ProblemDocument } from '@portofino/contract'
import { isAnother } from '../api/session-state.ts'
import { ProblemError, signedOut } from '../problems.ts'
import type { AskedRun, AskedRuns } from './asked-runs.ts'

type Diagnostics = NonNullable<ProblemDocument['diagnostics']>

/** What came of asking for runs. */
export type Start =
  | { kind: 'started'; taskIds: readonly string[] }
  /** Somebody has to sign in first. */
  | { kind: 'sign-in' }

/** The server found faults in a command. */
export class RefusedCommand extends Error {
  override readonly name = 'RefusedCommand'
  readonly command: string
  readonly diagnostics: Diagnostics

  constructor(command: string, { diagnostics, cause }: { diagnostics: Diagnostics; cause: ProblemError }) {
    super(cause.message, { cause })
    this.command = command
    this.diagnostics = diagnostics
  }
}

/** Of several runs some have started; `cause` kept the others from it. */
export class UnfinishedStart extends Error {
  override readonly name = 'UnfinishedStart'
  readonly started: number
  readonly of: number

  constructor({ started, of, cause }: { started: number; of: number; cause: Error }) {
    super(cause.message, { cause })
    this.started = started
    this.of = of
  }
}

export interface Starting {
  ensureSession: () => Promise<boolean>
  /** Whose session it is. */
  person: () => string | null
  submit: (command: string, key: string) => Promise<{ task_id: string }>
  asked: AskedRuns
}

/** The one way to start runs: never a second run for an answer that was lost, is on its way or came before one that did not. */
export function startRun(starting: Starting): (commands: readonly string[]) => Promise<Start> {
  const underway = new Map<string, Promise<Start>>()
  return async (commands) => {
    const name = JSON.stringify(commands)
    const joined = underway.get(name)
    if (joined !== undefined) return joined
    const start = begun(commands, starting).finally(() => underway.delete(name))
    underway.set(name, start)
    return start
  }
}

async function begun(commands: readonly string[], { ensureSession, person, submit, asked }: Starting): Promise<Start> {
  if (!(await ensureSession())) return { kind: 'sign-in' }
  const whose = person()
  const note = (command: string, run: AskedRun | null): void => {
    // What was written leaves with its person.
    if (person() === whose) asked.change(whose, (runs) => (run === null ? runs.delete(command) : runs.set(command, run)))
  }
  const forget = (those: readonly string[]): void => those.forEach((command) => note(command, null))
  const before = asked.of(whose)
  // Whoever asks for nothing but what has started wants it once more.
  if (commands.every((command) => before.get(command)?.taskId !== undefined)) forget(commands)
  const taskIds: string[] = []
  // One after the other, so that they stand in this order.
  for (const command of commands) {
    const { key, taskId } = asked.of(whose).get(command) ?? { key: freshKey(), taskId: undefined }
    if (taskId === undefined) note(command, { key })
    taskIds.push(taskId ?? (await answered(command, key)))
  }
  forget(commands)
  return { kind: 'started', taskIds }

  async function answered(command: string, key: string): Promise<string> {
    try {
      if (isAnother(whose, person())) throw signedOut()
      const { task_id: taskId } = await submit(command, key)
      note(command, { key, taskId })
      return taskId
    } catch (error) {
      const refusal = refusalOf(command, error)
      if (refusal === null) throw unfinished(error, { started: taskIds.length, of: commands.length })
      forget([command])
      throw refusal
    }
  }
}

function refusalOf(command: string, cause: unknown): RefusedCommand | null {
  const diagnostics = cause instanceof ProblemError ? cause.document?.diagnostics : undefined
  return diagnostics === undefined ? null : new RefusedCommand(command, { diagnostics, cause: cause as ProblemError })
}

function unfinished(cause: unknown, { started: count, of }: { started: number; of: number }): unknown {
  return count > 0 && cause instanceof Error ? new UnfinishedStart({ started: count, of, cause }) : cause
}

/** A key that no other request has; `randomUUID` needs a secure page. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
