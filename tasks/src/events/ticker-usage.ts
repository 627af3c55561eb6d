import { countTickers } from '@portofino/database'
import type { EventConsumer, RelayedEvent } from './event-consumer.ts'

/** Counts the symbols of submitted commands, for the list of popular ones. */
export const tickerUsage: EventConsumer = {
  name: 'ticker-usage',
  types: ['simulation.queued'],
  async consume(trx, submitted) {
    const symbols = submitted.flatMap(symbolsOf)
    if (symbols.length === 0) return
    await countTickers(trx, symbols, new Date(Math.max(...submitted.map(({ time }) => time.getTime()))))
  },
}

function symbolsOf({ data }: RelayedEvent): string[] {
  const symbols = typeof data === 'object' && data !== null && 'symbols' in data ? data.symbols : []
  return Array.isArray(symbols) ? symbols.filter((symbol) => typeof symbol === 'string') : []
}
