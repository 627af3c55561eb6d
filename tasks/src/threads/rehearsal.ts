import { openMarketData, programPrices, resolvedText } from '@portofino/market-data'
import type { Logger } from '@portofino/telemetry'
import { currentDay } from '../check-command.ts'
import type { ThreadPool } from './thread-pool.ts'

/** Over the prices that are always there. */
const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'
/** Of each thread; later ones take as long as the last of these. */
const times = 3

/** Runs an example in every thread: the first run takes several times as long as later ones, and so nobody waits for it. Never rejects. */
export async function rehearse(threads: ThreadPool, logger: Logger): Promise<void> {
  try {
    const run = await rehearsedRun()
    const watch = { signal: new AbortController().signal, onProgress: () => undefined }
    const runs = Array.from({ length: times * threads.threads }, async () => threads.simulate(run, watch))
    await Promise.all(runs)
  } catch (error) {
    // Such as that the server stops already; whatever else it is, runs will say it.
    logger.debug({ error }, 'the rehearsal of runs has not come to its end')
  }
}

async function rehearsedRun(): Promise<Parameters<ThreadPool['simulate']>[0]> {
  const source = await openMarketData('sample', { storeFolder: '', otherSources: '' })
  const signal = AbortSignal.timeout(60_000)
  const resolved = await resolvedText(command, { source, today: currentDay(), dialect: 'default', signal })
  if (resolved.kind === 'faulty') throw new Error(`Cannot rehearse runs: the sample must have prices for ${command}`)
  return { program: resolved.program, prices: await programPrices(source, resolved, { signal }), notes: [] }
}
