import { inventedRequest } from './invented-request.ts'
import type { InventedPrices } from './invented-request.ts'
import type { SimulationResult } from './result.ts'
import { simulate } from './simulate.ts'

/** The result of a command on invented prices, for a test. */
export function inventedResult(
  command: string,
  prices: Readonly<Record<string, InventedPrices>>,
  status: 'ok' | 'ruined' = 'ok',
): SimulationResult {
  const outcome = simulate(inventedRequest(command, prices))
  if (outcome.status === 'failed') throw new Error(outcome.diagnostics.map(({ message }) => message).join('; '))
  if (outcome.status === 'canceled' || outcome.status !== status) throw new Error(`${outcome.status} instead of ${status}`)
  return outcome.result
}
