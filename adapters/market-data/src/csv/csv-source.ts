import { listedSource } from '../listed-source.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { readCsvFolder } from './csv-folder.ts'

/** The prices of a folder of CSV files with a manifest, read and checked as a whole when opened. */
export async function openCsvSource(folder: string, { otherSources }: { otherSources: string }): Promise<MarketDataSource> {
  const { name, histories } = await readCsvFolder(folder)
  const byInstrument = new Map(histories.map((history) => [history.instrument, history]))
  return listedSource({
    name,
    otherSources,
    instruments: [...byInstrument.keys()],
    load: async (instrument) => byInstrument.get(instrument)!,
  })
}
