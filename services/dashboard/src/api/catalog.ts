import { parseIsoDate } from '@portofino/market'
import type { Catalog, Instrument } from '@portofino/market'
import { instrumentKey } from '@portofino/strategy'
import type { Asset } from './queries.ts'
import { queryClient } from './query-client.ts'

/** Every instrument that the server has named since the page was opened, for the library's completion, cards and checks. */
const known = new Map<string, Instrument>()
const listeners = new Set<() => void>()
let current = catalogOf([])

export const catalog = {
  current: (): Catalog => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Takes in what `GET /assets` says. */
export function learn(assets: readonly Asset[]): void {
  const isNew = assets.filter((asset) => !same(known.get(instrumentKey(asset)), asset))
  if (isNew.length === 0) return
  for (const asset of isNew) known.set(instrumentKey(asset), instrumentOf(asset))
  current = catalogOf([...known.values()])
  for (const listener of listeners) listener()
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryKey[0] !== 'assets') return
  learn((event.query.state.data ?? []) as Asset[])
})

function same(instrument: Instrument | undefined, asset: Asset): boolean {
  const next = instrumentOf(asset)
  return (
    instrument !== undefined && instrument.name === next.name && instrument.first === next.first && instrument.last === next.last
  )
}

function instrumentOf({ symbol, name, market, currency, first, last }: Asset): Instrument {
  const [from, to] = [first, last].map((day) => (day === null ? null : parseIsoDate(day)))
  // The server names what can be held; a yield in a leg is refused by its check.
  return { symbol, name, market, calendar: null, currency, returns: 'total', first: from ?? null, last: to ?? null }
}

function catalogOf(instruments: readonly Instrument[]): Catalog {
  const bySymbol = Map.groupBy(instruments, ({ symbol }) => symbol)
  return {
    source: 'this server',
    otherSources: '',
    find: (symbol) => bySymbol.get(symbol) ?? [],
    instruments: () => instruments,
  }
}
