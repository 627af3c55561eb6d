import type { CsvImport } from './csv/imported-csv-folder.ts'

/**
 * Checks a folder of CSV files with a manifest and puts all its prices into the price store, in place of an earlier import of the same
 * name. A `MarketDataError` lists every fault with file, line and remedy; the earlier import then stays as it was.
 *
 * @param folder with `manifest.json`, the CSV files that it names and, for raw prices, `events.csv`
 */
export async function importCsvFolder(folder: string, options: { storeFolder: string }): Promise<CsvImport> {
  // Imported here: a run that imports nothing need not wait for the code.
  return (await import('./csv/imported-csv-folder.ts')).importedCsvFolder(folder, options)
}
