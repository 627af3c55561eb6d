import type { ProblemDocument } from '@portofino/contract'
import { ProblemError } from '../problems.ts'

type Diagnostics = NonNullable<ProblemDocument['diagnostics']>

/** What came of asking for runs. */
export type Start =
  | { kind: 'started'; taskIds: readonly string[] }
  /** Somebody has to sign in first. */
  | { kind: 'sign-in' }
  /** The ones before are not answered yet. */
  | { kind: 'underway' }

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

export interface Starting {
  ensureSession: () => Promise<boolean>
  submit: (command: string, key: string) => Promise<{ task_id: string }>
}

/** The one way to start runs: one request at a time, and never a second run for an answer that was lost. */
export function startRun({ ensureSession, submit }: Starting): (commands: readonly string[]) => Promise<Start> {
  const keys = new Map<string, string>()
  let isUnderway = false

  async function started(commands: readonly string[]): Promise<Start> {
    if (!(await ensureSession())) return { kind: 'sign-in' }
    const taskIds: string[] = []
    // One after the other, so that they stand in this order.
    for (const command of commands) {
      const key = keys.get(command) ?? freshKey()
      keys.set(command, key)
      const { task_id: taskId } = await submit(command, key).catch(told(command))
      taskIds.push(taskId)
    }
    keys.clear()
    return { kind: 'started', taskIds }
  }

  return async (commands) => {
    if (isUnderway) return { kind: 'underway' }
    isUnderway = true
    try {
      return await started(commands)
    } finally {
      isUnderway = false
    }
  }
}

function told(command: string): (error: unknown) => never {
  return (error) => {
    const diagnostics = error instanceof ProblemError ? error.document?.diagnostics : undefined
    throw diagnostics === undefined ? error : new RefusedCommand(command, { diagnostics, cause: error as ProblemError })
  }
}

/** A key that no other request has; `randomUUID` needs a secure page. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
