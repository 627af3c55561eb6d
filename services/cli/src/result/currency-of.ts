import type { Policy } from '@portofino/simulator'

/** The run's one currency; the dollar for a run of cash alone, which has none. */
export function currencyOf(policies: readonly Policy[]): string {
  const currency = policies.find(({ id }) => id === 'ccy')?.value
  return currency === undefined || currency === 'none' ? 'USD' : currency
}
