import { dayNumber } from '@portofino/market'
import { marketDataContract } from '../market-data-contract.ts'
import { syntheticSource } from './synthetic-source.ts'

const source = syntheticSource({ otherSources: 'Use another one.' })
const subject = { open: async () => source, from: dayNumber(2013, 1, 1), to: dayNumber(2020, 12, 31), unknownSymbol: 'NOSUCH' }

for (const symbol of ['SPLIT', 'GONE', 'HALTED', 'LONDON', 'COIN-USD', '^SYNTH']) {
  marketDataContract(`synthetic, asked for ${symbol},`, { ...subject, symbol })
}
