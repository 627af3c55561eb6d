// A process of the tests: node refreshing-process.ts DATABASE_URL DATA_DIRECTORY DAY
// Says "open", then refreshes the prices of one invented instrument day after day from DAY on, with a line of its version after each.
import { openDatabase } from '@portofino/database'
import { dayNumber } from '@portofino/market'
import { sourceTrials } from '@portofino/market-data'
import { createLogger, createMeters } from '@portofino/telemetry'
import { openPrices } from './open-prices.ts'

const [databaseUrl, dataDirectory = '', day] = process.argv.slice(2)
const { inventedYahoo } = await sourceTrials()
const yahoo = inventedYahoo(Number(day))
const logger = createLogger({ level: 'silent', name: 'test' })
await using database = await openDatabase({ dataDirectory, databaseUrl, applicationName: 'refreshing' })
const source = await openPrices('yahoo', {
  database,
  dataDirectory,
  logger,
  meters: createMeters(),
  fetch: yahoo.fetch,
  now: yahoo.now,
})
const [instrument] = await source.describe('STEADY')
if (instrument === undefined) throw new Error('Cannot refresh: the invented instrument is not described')
process.stdout.write('open\n')
for (; ; yahoo.today++) {
  const { version } = await source.history({ instrument, from: dayNumber(2010, 1, 1), to: yahoo.today })
  process.stdout.write(`${yahoo.today} ${version}\n`)
}
