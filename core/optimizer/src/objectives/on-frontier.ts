import type { Attempt } from '../engine/attempts.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import { isDeadEnd } from '../engine/path.ts'
import type { PathEnd } from '../engine/path.ts'
import { dot } from '../engine/vectors.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finishAt } from './finish.ts'
import type { Finish, TimeOn } from './finish.ts'
import { beginWalk, walkOn } from './frontier-walk.ts'
import type { Walk } from './frontier-walk.ts'
import { maxStepsOf } from './options.ts'
import type { Options } from './options.ts'
import { soundest } from './soundest.ts'
import { stretchOf } from './stretch.ts'
import type { Stretch } from './stretch.ts'
import { finishFrom, mendedOutcome, warmFinish } from './warm-finish.ts'
import { clearStationOf } from './station.ts'
import type { Station } from './station.ts'

/** A question that one point of the frontier answers. */
interface FrontierQuestion {
  /** Negative below the answer, positive above it: it changes its sign once as λ rises. */
  excess: (station: Station) => number
  /** λ of the answer on the stretch that has it; not finite where the stretch has none. */
  lambdaOn: (stretch: Stretch) => number
  /** How far λ still is from the answer when these columns were found with it. */
  correction?: (found: { x: Float64Array; lambda: number }, stretch: Stretch) => number
  /** The outcome where the frontier ends before the answer: above all it has, or below. */
  above: (end: FrontierEnd) => Outcome
  below: (end: FrontierEnd) => Outcome
  /** Where gains jump at one λ, as between portfolios without risk, and the answer is in the jump. */
  within: (stretch: FrontierStretch) => Outcome
  /** Where gains rise for ever at one λ. Default: that this is so. */
  endless?: () => Outcome
  riskFree?: number | undefined
  /** Whether all of a stretch answers as well. */
  isTied?: (stretch: Stretch) => boolean
}

export interface FrontierEnd {
  program: Program
  station: Station
  /** The outcome that the end of the frontier itself would be. */
  itself: () => Outcome
  /** Whether gains rise for ever beyond the station. */
  isEndless: boolean
}

/** A stretch between two stations, the first of which is below the answer and the second above it. */
export interface FrontierStretch extends Pick<FrontierEnd, 'program' | 'itself'> {
  from: Station
  to: Station
  /** The outcomes at both ends of it. */
  first: () => Outcome
  last: () => Outcome
}

/** The point of the frontier that a question asks for. */
export function onFrontier(program: Program, question: FrontierQuestion, options: Options): Outcome {
  const timeOn: TimeOn = (solved) => corrected(program, solved, question)
  const timeOnFrontier: TimeOn = (solved) => {
    const lambda = timeOn(solved)
    return lambda >= 0 ? lambda : NaN
  }
  const place = { timeOn: timeOnFrontier, ...shownOf(program, question) }
  const warm = warmFinish(program, { ...place, options })
  if (warm !== null) return warm
  const maxSteps = maxStepsOf(options, program)
  return soundest((attempt) => mendedOutcome(program, walkedOutcome(program, question, { maxSteps, attempt, timeOn }), place))
}

/** What the outcome shows beside its weights. */
function shownOf(program: Program, { riskFree, isTied }: FrontierQuestion): Pick<Finish, 'riskFree' | 'isTied'> {
  return { riskFree, isTied: isTied && ((solved) => isTied(stretchOf(program, solved))) }
}

function walkedOutcome(
  program: Program,
  question: FrontierQuestion,
  { maxSteps, attempt, timeOn }: { maxSteps: number; attempt: Attempt; timeOn: TimeOn },
): Outcome {
  const { excess } = question
  const walk = beginWalk(program, { maxSteps, attempt })
  if ('end' in walk) return failed(program, walk)
  let here = clearStationOf(walk)
  let previous = here
  const isPassed = (): boolean => walk.direction * excess(here) >= 0
  const visit = (): boolean => {
    previous = here
    here = clearStationOf(walk)
    return isPassed()
  }
  const found = isPassed()
    ? { place: 'start' as const, set: activeSetOf(walk.moving.point) }
    : walkedTo(walk, { maxSteps, visit })
  if (found.place === 'nowhere') {
    if (found.end.kind === 'unbounded' && question.endless !== undefined) return question.endless()
    return failed(program, { ...walk, end: found.end })
  }
  if (found.place !== 'end' || walk.direction === -1) return outcomeOf(walk, question, { ...found, here, previous, timeOn })
  // What moved since the last station has changed nothing but the gain.
  const last = clearStationOf(walk)
  const place = excess(here) < 0 && excess(last) >= 0 ? 'between' : 'end'
  return outcomeOf(walk, question, { ...found, place, here: last, previous: here, timeOn })
}

type Stop = Exclude<Found, { place: 'nowhere' }> & { here: Station; previous: Station; timeOn: TimeOn }

/** The outcome on the stretch between two stations, or at the end that the walk stands at. */
function outcomeOf(walk: Walk, question: FrontierQuestion, { place, set, here, previous, timeOn }: Stop): Outcome {
  const { program, steps, direction } = walk
  const { excess } = question
  const shown = shownOf(program, question)
  const solved = solvedSet(program.quadratic, set)
  const outcomeAt = (t: number, more: { timeOn?: TimeOn } = {}): Outcome =>
    finishAt(program, { set, solved, t, steps, ...shown, ...more })
  const isThere = excess(here) === 0
  const own = lambdaOf(solved, timeOn)
  const range = rangeOf(walk, { place, lambda: here.lambda, previous: previous.lambda })
  const lambda = isThere ? ifNear(own, here.lambda) : nearestWithin(own, range)
  if (Number.isFinite(lambda)) {
    // A warm start finds the λ of the set itself.
    const again = own === lambda ? null : finishFrom(program, { set: copied(set), steps, timeOn, ...shown })
    return again ?? outcomeAt(lambda, { timeOn })
  }
  const itself = (): Outcome => outcomeAt(here.lambda, isThere ? { timeOn } : {})
  if (isThere) return itself()
  if (place === 'between') {
    const [from, to] = direction === 1 ? [previous, here] : [here, previous]
    return question.within({ program, itself, from, to, first: () => outcomeAt(from.lambda), last: () => outcomeAt(to.lambda) })
  }
  const end: FrontierEnd = { program, station: here, itself, isEndless: place === 'end' && isRising(walk) }
  return excess(here) < 0 ? question.above(end) : question.below(end)
}

function copied({ columnStanding, rowStanding }: ActiveSet): ActiveSet {
  return { columnStanding: columnStanding.slice(), rowStanding: rowStanding.slice() }
}

function isRising({ program, moving, direction: sense }: Walk): boolean {
  if (sense === -1) return false
  const direction = moving.direction()
  return dot(program.gain.perUnit, direction) > 0
}

function lambdaOf(solved: SolvedSet | null, timeOn: TimeOn): number {
  return solved === null ? NaN : timeOn(solved)
}

/** λ by the closed form, and closer where weights computed with it leave something to correct. */
function corrected(program: Program, solved: SolvedSet, { lambdaOn, correction }: FrontierQuestion): number {
  const stretch = stretchOf(program, solved)
  const lambda = lambdaOn(stretch)
  if (correction === undefined || !Number.isFinite(lambda)) return lambda
  return lambda + correction({ x: solved.at(lambda).x, lambda }, stretch)
}

type Found = { place: 'start' | 'between' | 'end'; set: ActiveSet } | { place: 'nowhere'; end: PathEnd }

function walkedTo(walk: Walk, options: Parameters<typeof walkOn>[1]): Found {
  const { end, set } = walkOn(walk, options)
  if (isDeadEnd(end)) return { place: 'nowhere', end }
  return { place: end.kind === 'stopped' ? 'between' : 'end', set }
}

interface Place {
  place: 'start' | 'between' | 'end'
  lambda: number
  previous: number
}

/** Where λ of the answer may be when the walk stands at `lambda`. */
function rangeOf({ direction }: Walk, { place, lambda, previous }: Place): [number, number] {
  if (place === 'between') return direction === 1 ? [previous, lambda] : [lambda, previous]
  return direction === 1 && place === 'start'
    ? [lambda, lambda]
    : direction === -1 && place === 'end'
      ? [0, lambda]
      : [lambda, Infinity]
}

const rounding = 1e-9

/** A λ of the set itself, which a warm start finds too, where it differs from the other by no more than rounding; else NaN. */
function ifNear(own: number, other: number): number {
  return own >= 0 && Math.abs(own - other) <= rounding * Math.max(1, other) ? own : NaN
}

/** λ within the range, or the end of it that rounding has carried λ beyond; NaN for a λ elsewhere. */
function nearestWithin(lambda: number, [from, to]: readonly [number, number]): number {
  const nearest = Math.min(Math.max(lambda, from), to)
  return Math.abs(lambda - nearest) <= rounding * Math.max(1, nearest) ? nearest : NaN
}
