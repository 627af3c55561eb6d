import type { healthSchema } from '@portofino/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ProblemError } from '../problems.ts'
import { send } from './request.ts'

type Health = z.infer<typeof healthSchema>

/** Whether the server works. Looked at now and then, and more often while it does not. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }): Promise<Health> => {
    try {
      return (await (await send('/health', { signal })).json()) as Health
    } catch (error) {
      const given: unknown = error instanceof ProblemError ? error.document : null
      // 503 says the same in the same words.
      if (isHealth(given)) return given
      throw error
    }
  },
  retry: false,
  refetchInterval: ({ state: { status, data } }) => (status === 'error' || (data && ailment(data) !== null) ? 3_000 : 15_000),
})

function isHealth(given: unknown): given is Health {
  return typeof given === 'object' && given !== null && 'parts' in given
}

/** Whether the server can say whose session it is, which takes its database alone. */
export function knowsSessions({ parts }: Health): boolean {
  return (parts['database']?.status ?? 'ok') === 'ok'
}

/** What of it is not well, in a sentence; null when all is. */
export function ailment({ parts }: Health): string | null {
  const ill = Object.values(parts).filter(({ status }) => status !== 'ok')
  return ill.length === 0 ? null : ill.map(({ detail }) => detail ?? 'a part does not work').join(' ')
}
