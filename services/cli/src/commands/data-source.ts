import { marketDataForms, type MarketDataSource, openMarketData } from '@portofino/market-data'
import { nearest } from '../arguments/nearest.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Surroundings } from '../surroundings.ts'

/** Opens the source that `--data` names, the sample without it. */
export async function openSource(
  spec: string | null,
  { dataDirectory, command }: Pick<Surroundings, 'dataDirectory'> & { command: string },
): Promise<MarketDataSource> {
  const source = spec ?? 'sample'
  const isKnown = marketDataForms.some((form) =>
    form.includes(':') ? source.startsWith(`${form.split(':')[0]}:`) && !source.endsWith(':') : source === form,
  )
  if (!isKnown) {
    const near = nearest(source, [...marketDataForms])
    throw new WrongUse(
      `--data must be one of ${marketDataForms.join(', ')}, got "${source}"${near === null ? '' : `; did you mean ${near}?`}`,
      command,
    )
  }
  return openMarketData(source, {
    storeFolder: dataDirectory,
    otherSources: `Name another source with --data: ${marketDataForms.filter((form) => form !== source).join(', ')}.`,
  })
}
