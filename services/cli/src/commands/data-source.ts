import { isoDate } from '@portofino/market'
import { marketDataForms, type MarketDataSource, openMarketData, type RefreshReport } from '@portofino/market-data'
import { didYouMean } from '../arguments/did-you-mean.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Surroundings } from '../surroundings.ts'

export type SourcePlace = Pick<Surroundings, 'priceFolder' | 'complain'> & { command: string }

/** Opens the source that `--data` names, the sample without it. What looks wrong in fetched prices goes to standard error. */
export async function openSource(
  given: string | null,
  { priceFolder, complain, command }: SourcePlace,
): Promise<MarketDataSource> {
  const source = given ?? 'sample'
  try {
    return await openMarketData(source, {
      storeFolder: priceFolder,
      otherSources: `Name another source with --data: ${marketDataForms.filter((form) => form !== source).join(', ')}.`,
      onRefresh: (report) => {
        const lines = refreshLines(report)
        if (lines.length > 0) complain(lines)
      },
    })
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    const hint = didYouMean(source, marketDataForms)
    throw new WrongUse(`--data must be one of ${marketDataForms.join(', ')}, got "${source}"${hint}`, command)
  }
}

/** A person can judge a few; the store keeps the prices whatever they look like. */
const suspicionsShown = 5

function refreshLines({ instrument: { symbol }, outcome, reason, suspicions }: RefreshReport): string[] {
  const replaced = outcome === 'replaced' && reason !== null ? [`${symbol}: all prices were fetched again: ${reason}`] : []
  const shown = suspicions.slice(0, suspicionsShown).map(({ day, message }) => `${symbol} on ${isoDate(day)}: ${message}`)
  const rest = suspicions.length - shown.length
  return [...replaced, ...shown, ...(rest > 0 ? [`${symbol}: ${rest} more prices look odd`] : [])]
}
