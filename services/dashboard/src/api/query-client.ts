import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../problems.ts'

const mostTries = 2

/** What the server refused is not asked again by itself; what it could not answer is, twice. */
function isWorthARetry(failures: number, error: unknown): boolean {
  const isFinal = error instanceof ProblemError && error.status >= 400 && error.status < 500
  return !isFinal && failures < mostTries
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthARetry, retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000), refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
})
