import { listedSource } from '../listed-source.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { readCsvFolder } from './csv-folder.ts'
import { hasFile } from './folder-file.ts'
import { openImportedSource, type ImportedSourceOptions } from './imported-source.ts'
import { manifestFile } from './manifest.ts'

/**
 * The prices of a folder of CSV files with a manifest, read and checked as a whole when opened; where there is no such folder, or one
 * without a manifest, those that were imported under the name.
 *
 * @param folder path, or the name of an import without `csv:`
 */
export async function openCsvSource(folder: string, options: ImportedSourceOptions): Promise<MarketDataSource> {
  const isGiven = await hasFile(folder, manifestFile)
  const imported = isGiven ? null : await openImportedSource(`csv:${folder}`, options)
  return imported ?? (await openFolder(folder, options.otherSources))
}

async function openFolder(folder: string, otherSources: string): Promise<MarketDataSource> {
  const { name, histories } = await readCsvFolder(folder)
  const byInstrument = new Map(histories.map((history) => [history.instrument, history]))
  const instruments = [...byInstrument.keys()]
  return listedSource({ name, otherSources, instruments, load: async (instrument) => byInstrument.get(instrument)! })
}
