import { Correction } from './correction.ts'
import { FirstEvent } from './events.ts'
import type { Event } from './events.ts'
import { exchangeByPull, freeColumn, holdRow, slide, stopColumn, dropRow } from './exchanges.ts'
import type { DeadEnd } from './exchanges.ts'
import type { MovingPoint } from './moving-point.ts'
import { standing } from './quadratic-program.ts'

/** How a stretch of the path ended. */
export type PathEnd =
  | { kind: 'arrived' }
  /** No event comes any more: the last rates hold for all t beyond. */
  | { kind: 'endless' }
  /** The visitor asked for it. */
  | { kind: 'stopped' }
  | DeadEnd

/** Whether the path ended where no solution is: neither at its end nor where it was asked to stop. */
export function isDeadEnd(end: PathEnd): end is DeadEnd {
  return ['step-limit', 'blocked', 'infeasible', 'unbounded'].includes(end.kind)
}

interface PathOptions {
  until: number
  limitsMove: boolean
  maxSteps: number
  /** An event that comes less than this before the end of the path comes with it. Default 0. */
  tolerance?: number
  /** Whether to take back on the way what rounding puts off. Default false. */
  corrects?: boolean
  /** Called after each step that moved t, before the event that ended it; true stops there. */
  visit?: (moving: MovingPoint) => boolean | void
  /** Called after x moved at one t, where there is more than one solution. */
  jumped?: (moving: MovingPoint) => void
}

/** So many steps without progress are taken freely; then ties are broken by number, which cannot go round in circles. */
const freeTies = 50
/** So many more, for each column and row, and only rounding keeps the path where it is. */
const mostTies = 20

/** Follows the solutions of a program for growing t from a point that is one. */
export function followPath(moving: MovingPoint, options: PathOptions): PathEnd & { steps: number } {
  const { until, limitsMove, maxSteps, visit } = options
  const advance = advancing(moving, options)
  const last = lastEvent(options)
  const { point } = moving
  const mostStill = freeTies + mostTies * (moving.program.hessian.n + moving.program.rows.count)
  let still = 0
  for (let steps = 1; steps <= maxSteps; steps++) {
    const event = nextEvent(moving, { until, limitsMove, byNumber: still > freeTies })
    if (event === null || point.t + event.after >= last) return { ...arrive(moving, options), steps }
    still = event.after > 0 ? 0 : still + 1
    if (still > mostStill) return { kind: 'blocked', steps }
    advance(event)
    if (event.after > 0 && visit?.(moving) === true) return { kind: 'stopped', steps }
    const end = passEvent(moving, event, options)
    if (end !== null) return { ...end, steps }
  }
  return { kind: 'step-limit', steps: maxSteps }
}

/** The way to the next event. */
function advancing(moving: MovingPoint, { corrects }: PathOptions): (event: Event) => void {
  if (corrects !== true) return ({ after }) => moving.advance(after)
  const correction = new Correction(Math.abs(moving.point.t))
  return (event) => {
    moving.advance(event.after)
    correction.after(moving, event.kind === 'column-reaches' ? event.index : null)
  }
}

/** From here on events come with the end. */
function lastEvent({ until, tolerance = 0 }: PathOptions): number {
  return until - tolerance
}

function nextEvent(moving: MovingPoint, { until, limitsMove, byNumber }: Search): Event | null {
  moving.findRates()
  const event = firstEvent(moving, { limitsMove, byNumber })
  const dt = Math.min(event?.after ?? Infinity, until - moving.point.t)
  if (moving.isCertainFor(dt)) return event
  moving.watchAll()
  return firstEvent(moving, { limitsMove, byNumber })
}

interface Search {
  until: number
  limitsMove: boolean
  byNumber: boolean
}

function firstEvent(moving: MovingPoint, { limitsMove, byNumber }: Omit<Search, 'until'>): Event | null {
  const search = new FirstEvent({ byNumber }).columns(moving).gradients(moving).multipliers(moving)
  return moving.program.rows.count > moving.free.rows.length ? search.rows(moving, { limitsMove }).event : search.event
}

function arrive(moving: MovingPoint, { until, visit, corrects }: PathOptions): PathEnd {
  if (until === Infinity) return { kind: 'endless' }
  moving.advance(until - moving.point.t)
  moving.point.t = until
  if (corrects === true) new Correction(Infinity).after(moving, null)
  return { kind: visit?.(moving) === true ? 'stopped' : 'arrived' }
}

function passEvent(moving: MovingPoint, event: Event, { limitsMove, jumped }: PathOptions): DeadEnd | null {
  const { jumps } = moving
  const end = exchanged(moving, event, { limitsMove })
  if (moving.jumps > jumps) jumped?.(moving)
  return end
}

/** Changes what is free and what holds; null when the path goes on. */
function exchanged(moving: MovingPoint, event: Event, { limitsMove }: { limitsMove: boolean }): DeadEnd | null {
  const { index } = event
  if (event.kind === 'row-reaches') return holdRow(moving, index, { side: event.side, mayDepend: limitsMove })
  if (event.kind === 'column-releases') return releaseColumn(moving, index)
  if (event.kind === 'row-releases') return releaseRow(moving, index)
  if (moving.free.isFixedByRows(index)) return exchangeByPull(moving, { column: index, sign: -event.side }, event)
  stopColumn(moving, index, event.side)
  return null
}

function releaseColumn(moving: MovingPoint, column: number): DeadEnd | null {
  const at = moving.point.columnStanding[column]!
  const sign = at === standing.held ? -Math.sign(moving.gradientRate[column]!) : -at
  if (moving.free.addColumn(column)) {
    freeColumn(moving, column)
    return null
  }
  moving.findRatesOfColumn(column, sign)
  return slide(moving, { column, sign })
}

function releaseRow(moving: MovingPoint, row: number): DeadEnd | null {
  const sign = -moving.point.rowStanding[row]!
  if (dropRow(moving, row)) return null
  moving.findRatesOfRow(row, sign)
  return slide(moving, { row, sign })
}
