import { parseIsoDate } from '@portofino/market'
import type { Day } from '@portofino/market'

/** The day that it is in UTC, in which the API counts days. */
export const today = (now = Date.now()): Day => parseIsoDate(new Date(now).toISOString().slice(0, 10))!
