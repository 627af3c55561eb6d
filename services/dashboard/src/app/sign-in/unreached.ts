import { ProblemError } from '../../problems.ts'

/** What is known of a server that does not do its work: where it should be, what came back, what the cause may be. */
interface Unreached {
  address: string
  answer: string
  cause: string
}

export function unreached(error: unknown, { address, origin }: { address: string; origin: string }): Unreached {
  const status = error instanceof ProblemError ? error.status : 0
  if (status !== 0) {
    return {
      address,
      answer: `status ${status}, and not from PortoFino`,
      cause: 'Another program is there, or a proxy with nothing behind it.',
    }
  }
  return { address, answer: 'none', cause: causeOfSilence(address, origin) }
}

function causeOfSilence(address: string, origin: string): string {
  const isNotRunning = 'The server is not running: start it with "npm start".'
  if (address === origin) return isNotRunning
  const [there, here] = [new URL(address).hostname, new URL(origin).hostname]
  const isTwoNames = [there, here].toSorted().join() === '127.0.0.1,localhost'
  if (isTwoNames) return `${isNotRunning} Or the names differ: use localhost for the page and for the API.`
  return `${isNotRunning} Or it does not take calls from here: start it with ALLOWED_ORIGINS=${origin}.`
}
