import type { Instrument, Suspicion } from '@portofino/market'
import { historySuspicions } from '../history-suspicions.ts'
import { MarketDataError } from '../market-data-error.ts'
import { priceCollection } from '../store/price-collection.ts'
import { readCsvFolder } from './csv-folder.ts'

export interface CsvImport {
  /** How the prices are called from now on, `csv:prices`: with this as source they are read from the store. */
  name: string
  symbols: ImportedSymbol[]
}

export interface ImportedSymbol {
  instrument: Instrument
  version: string
  /** Sessions with a price. */
  rows: number
  /** What a person should look at. It was imported as it is. */
  suspicions: Suspicion[]
}

/** See `importCsvFolder` of the workspace. Nothing is written before everything was read and checked. */
export async function importedCsvFolder(folder: string, { storeFolder }: { storeFolder: string }): Promise<CsvImport> {
  const { name, histories } = await readCsvFolder(folder)
  try {
    await priceCollection(storeFolder, name).replace(histories)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `${storeFolder} cannot be written (${reason}); nothing was imported, so make room or choose another data folder`
    throw new MarketDataError(message, { code: 'unavailable', source: name, symbol: null }, cause)
  }
  const symbols = histories.map((history) => ({
    instrument: history.instrument,
    version: history.version,
    rows: history.adjusted.days.length,
    suspicions: historySuspicions(history),
  }))
  return { name, symbols }
}
