import type { checkedSchema, simulateAccepted } from '@portofino/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { callJson } from './session.ts'

type Accepted = z.infer<typeof simulateAccepted>
type Checked = z.infer<typeof checkedSchema>

/** Asks for a run. The same key never makes a second one, so that a lost answer can be asked for again. */
export async function submitSimulation(command: string, key: string): Promise<Accepted> {
  return callJson<Accepted>('/simulate', { method: 'POST', body: { command }, headers: { 'idempotency-key': key } })
}

/** What the server knows to be wrong with a command. */
export function checkQuery(command: string) {
  return queryOptions({
    queryKey: ['check', command],
    queryFn: async ({ signal }) => callJson<Checked>('/check', { method: 'POST', body: { command }, signal }),
    staleTime: 60_000,
    retry: false,
  })
}
