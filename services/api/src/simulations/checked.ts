import type { checkedSchema } from '@portofino/contract'
import type { CheckedCommand } from '@portofino/tasks'
import type { z } from 'zod'

/** The wire form of what can be said about a command. */
export function checked(command: CheckedCommand): z.input<typeof checkedSchema> {
  const { diagnostics } = command
  if (command.kind === 'faulty') return { canonical: null, hash: null, ast: null, diagnostics }
  const { canonical, hash, program } = command
  return { canonical, hash, ast: { ...program }, diagnostics }
}
