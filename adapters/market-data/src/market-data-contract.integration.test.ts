import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dayNumber } from '@portofino/market'
import { importCsvFolder } from './import-csv-folder.ts'
import { marketDataContract } from './market-data-contract.ts'
import { openMarketData } from './open-source.ts'
import { priceStore } from './store/price-store.ts'
import { storedSource } from './store/stored-source.ts'

const rawPrices = fileURLToPath(new URL('../../../fixtures/raw-prices', import.meta.url))
const storeFolder = await mkdtemp(join(tmpdir(), 'portofino-contract-'))
after(() => rm(storeFolder, { recursive: true }))
const options = { storeFolder, otherSources: 'Use another one.' }
const period = { from: dayNumber(2005, 1, 1), to: dayNumber(2012, 12, 31) }
const unknownSymbol = 'NOSUCH'

marketDataContract('sample', { open: () => openMarketData('sample', options), symbol: 'AAPL', ...period, unknownSymbol })
marketDataContract('a CSV folder', {
  open: () => openMarketData(`csv:${rawPrices}`, options),
  symbol: 'MSFT',
  ...period,
  unknownSymbol,
})
marketDataContract('an import', {
  open: async () => {
    await importCsvFolder(rawPrices, { storeFolder })
    return openMarketData('csv:raw-prices', options)
  },
  symbol: 'IBM',
  ...period,
  unknownSymbol,
})
marketDataContract('a source behind the store', {
  open: async () => {
    const provider = await openMarketData(`csv:${rawPrices}`, options)
    const otherSources = options.otherSources
    return storedSource(provider, {
      store: priceStore(storeFolder, provider.name),
      otherSources,
      now: () => Date.UTC(2013, 5, 1),
    })
  },
  symbol: 'AAPL',
  ...period,
  unknownSymbol,
})
