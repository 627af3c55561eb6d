import type { JobHandler } from '@portofino/jobs'
import { refreshUsedPrices, type RefreshContext } from '../prices/refresh-used-prices.ts'
import { isPassing } from '../task-error.ts'

/** Soon after midnight in UTC: then the sessions of the day before are over at every exchange. */
export const refreshTimes = '10 0 * * *'

const toldEveryMs = 10_000

/** `prices.refresh`: the fetched prices of what was used lately. What fails is fetched when it is needed. */
export function pricesJob(context: RefreshContext): JobHandler {
  const { logger, marketData } = context
  return {
    async run({ signal }) {
      let told = performance.now()
      const { total, failed } = await refreshUsedPrices(context, {
        signal,
        now: Date.now,
        betweenMs: 500,
        waitMs: 60_000,
        onProgress(done, all) {
          if (performance.now() - told < toldEveryMs) return
          told = performance.now()
          logger.info({ source: marketData.name }, `prices are being refreshed: ${done} of ${all}`)
        },
      })
      logger.info({ source: marketData.name, count: total - failed }, `prices were refreshed: ${total - failed} of ${total}`)
    },
    isRetryable: isPassing,
    // The next one, or the next run that needs them, does what this one could not.
    failed: async () => undefined,
  }
}
