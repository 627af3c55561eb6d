import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dayNumber } from '@portofino/market'
import { sourceTrials } from '@portofino/market-data'
import { openPricesUnderTest } from './prices-under-test.ts'

const { inventedYahoo, marketDataContract } = await sourceTrials()
const prices = await openPricesUnderTest()
after(async () => prices[Symbol.asyncDispose]())
const unknownSymbol = 'NOSUCH'

const yahoo = inventedYahoo(dayNumber(2015, 6, 30))
for (const symbol of ['SPLIT', 'LONDON', 'COIN-USD', '^SYNTH']) {
  marketDataContract(`yahoo in the database, asked for ${symbol} from host to host,`, {
    open: async () => prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now }),
    symbol,
    from: dayNumber(2013, 1, 1),
    to: dayNumber(2014, 12, 31),
    unknownSymbol,
  })
}

const rawPrices = fileURLToPath(new URL('../../../fixtures/raw-prices', import.meta.url))
marketDataContract('a CSV folder in the database', {
  open: async () => prices.open(`csv:${rawPrices}`),
  symbol: 'MSFT',
  from: dayNumber(2005, 1, 1),
  to: dayNumber(2012, 12, 31),
  unknownSymbol,
})
