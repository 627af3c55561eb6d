import { isoDate, parseIsoDate, type CorporateAction, type Day, type Instrument, type Suspicion } from '@portofino/market'
import { historyVersion } from '../history-content.ts'
import { historySuspicions } from '../history-suspicions.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { HistoryRequest, MarketDataSource } from '../market-data-source.ts'
import { lostAction } from './lost-action.ts'
import { closesOf, mergedHistory, overlapStart } from './merged-history.ts'
import type { PriceStore, StoredHistory } from './price-store.ts'
import { StoreDamage } from './store-damage.ts'

/** What a refresh did, for whoever wants to tell the user. */
export interface RefreshReport {
  instrument: Instrument
  /** `replaced`: everything was fetched again, for the `reason`. */
  outcome: 'first' | 'unchanged' | 'extended' | 'replaced'
  reason: string | null
  version: string
  /** About sessions that are new in this version; all of them after `first` and `replaced`. */
  suspicions: Suspicion[]
}

export interface Refreshed {
  stored: StoredHistory
  report: RefreshReport
}

const overlapSessions = 10

/**
 * Brings the stored prices of an instrument up to the requested end. Asks the provider for the last ten stored sessions and what came
 * after; if a close or event of these has changed or a split is new, for everything. What the provider cannot give changes nothing.
 */
export async function refresh(source: MarketDataSource, store: PriceStore, request: HistoryRequest): Promise<Refreshed> {
  const { stored, damage } = await readStored(store, request.instrument)
  if (stored === null) return replace({ source, store, request, stored }, damage)
  if (request.from < stored.from)
    return replace({ source, store, request, stored }, `prices before ${isoDate(stored.from)} were needed`)
  const fetchedOn = fetchDay(stored)
  if (fetchedOn > request.to) {
    const reason = `they were fetched when the clock said ${isoDate(fetchedOn)}, which is still to come`
    return replace({ source, store, request, stored }, reason)
  }
  const settledUntil = settledDay(stored)
  const overlapFrom = overlapStart(closesOf(stored.history).days, { until: settledUntil, count: overlapSessions })
  if (overlapFrom === null) return replace({ source, store, request, stored }, null)
  const fetched = await source.history({ ...request, from: overlapFrom })
  const merge = mergedHistory(stored.history, fetched, { overlapFrom, settledUntil })
  if ('conflict' in merge) return replace({ source, store, request, stored }, merge.conflict)
  const { history } = merge
  const version = historyVersion(history)
  const outcome = version === stored.history.version ? 'unchanged' : 'extended'
  const next = { history: withEnds({ ...history, version }), from: stored.from, to: request.to }
  return keep(store, next, { outcome, reason: null, newFrom: settledUntil + 1 })
}

/** Up to the day before the last fetch: a session of that day may not have been over. */
export function settledDay(stored: StoredHistory): Day {
  return Math.min(stored.to, fetchDay(stored) - 1)
}

function fetchDay({ history: { asOf } }: StoredHistory): Day {
  const day = parseIsoDate(asOf.slice(0, 10))
  if (day === null) throw new RangeError(`Cannot use stored prices: the time of fetching must be ISO 8601, got "${asOf}"`)
  return day
}

async function readStored(
  store: PriceStore,
  instrument: Instrument,
): Promise<{ stored: StoredHistory | null; damage: string | null }> {
  try {
    return { stored: await store.read(instrument), damage: null }
  } catch (fault) {
    if (!(fault instanceof StoreDamage)) throw fault
    return { stored: null, damage: fault.message }
  }
}

interface Replacement {
  source: MarketDataSource
  store: PriceStore
  request: HistoryRequest
  stored: StoredHistory | null
}

async function replace({ source, store, request, stored }: Replacement, reason: string | null): Promise<Refreshed> {
  const from = Math.min(request.from, stored?.from ?? request.from)
  const fetched = await source.history({ ...request, from })
  if (stored !== null && fetched.adjusted.days.length === 0 && stored.history.adjusted.days.length > 0) {
    const { symbol } = request.instrument
    const message = `${source.name} now states that ${symbol} never had a price; try again later`
    throw new MarketDataError(message, { code: 'unavailable', source: source.name, symbol })
  }
  const lost = stored === null ? null : lostAction(stored.history, fetched)
  if (lost !== null) throw lossOf(lost, { source, request })
  const history = withEnds({ ...fetched, version: historyVersion(fetched) })
  const outcome = stored === null && reason === null ? 'first' : 'replaced'
  return keep(store, { history, from, to: request.to }, { outcome, reason, newFrom: -Infinity })
}

function lossOf({ type, day }: CorporateAction, { source, request }: Pick<Replacement, 'source' | 'request'>): MarketDataError {
  const { symbol } = request.instrument
  const advice = `it does so under load, so try again later, or delete the stored prices of ${symbol} if the ${type} was an error`
  const message = `${source.name} leaves out the ${type} of ${isoDate(day)} that it had told before; ${advice}`
  return new MarketDataError(message, { code: 'unavailable', source: source.name, symbol })
}

async function keep(
  store: PriceStore,
  stored: StoredHistory,
  { outcome, reason, newFrom }: Pick<RefreshReport, 'outcome' | 'reason'> & { newFrom: Day },
): Promise<Refreshed> {
  await store.write(stored)
  const { instrument, version } = stored.history
  const found = historySuspicions(stored.history).filter(({ day }) => day >= newFrom)
  return { stored, report: { instrument, outcome, reason, version, suspicions: found } }
}

/** Records first and last price with the instrument, so that a list of what is stored can tell them. */
function withEnds(history: StoredHistory['history']): StoredHistory['history'] {
  const { days } = history.adjusted
  return { ...history, instrument: { ...history.instrument, first: days[0] ?? null, last: days.at(-1) ?? null } }
}
