import { dayNumber } from '@portofino/market'
import { marketDataContract } from '../market-data-contract.ts'
import { inventedYahoo } from './invented-yahoo.ts'

const yahoo = inventedYahoo(dayNumber(2015, 6, 30))
const period = { from: dayNumber(2013, 1, 1), to: dayNumber(2014, 12, 31) }

for (const symbol of ['SPLIT', 'LONDON', 'COIN-USD', '^SYNTH']) {
  marketDataContract(`yahoo, asked for ${symbol},`, {
    open: async () => yahoo.source,
    symbol,
    ...period,
    unknownSymbol: 'NOSUCH',
  })
}
