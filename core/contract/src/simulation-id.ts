import { z } from 'zod'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A run by its number or by the UUID of its task: every `{simulation_id}` takes either. Null for what is neither: no such run can exist. */
export function simulationReference(text: string | number): number | string | null {
  const written = String(text)
  if (uuid.test(written)) return written.toLowerCase()
  return numberReference(written)
}

/** The number of a row as an address holds it; null for what cannot be one. */
export function numberReference(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 31 ? Number(text) : null
}

/** In an address. Anything may stand there; what cannot be an id is 404 like an unknown one. */
export const simulationIdParameter = z.object({
  simulation_id: z
    .string()
    .describe('number or task_id of the run')
    .meta({ examples: ['17'] }),
})

/** In a body: the number, the number as text, or the task_id. */
export const simulationIdField = z.union([z.int(), z.string().max(64)]).describe('number or task_id of the run')

export const taskIdParameter = z.object({
  task_id: z
    .string()
    .describe('of the task')
    .meta({ examples: ['7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d'] }),
})

/** The UUID of a task or session as the address may hold it; null for anything else. */
export function uuidReference(text: string): string | null {
  return uuid.test(text) ? text.toLowerCase() : null
}
