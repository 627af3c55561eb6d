import { coldStart } from '../engine/cold-start.ts'
import type { PathEnd } from '../engine/path.ts'
import { denseHessian } from '../engine/hessian.ts'
import { largestOf } from '../engine/vectors.ts'
import { attempts } from '../engine/attempts.ts'
import type { CheckedProblem } from './checked-problem.ts'
import { limitInWords, limitsOf, statedLimit, without } from './limit.ts'
import type { Limit, StatedLimit } from './limit.ts'
import { ownBound } from './own-bound.ts'
import { programOf } from './program.ts'
import type { Program } from './program.ts'

/** What each row is pulled with, and which gradients that leaves. */
interface Proof {
  rows: Float64Array
  columns: Float64Array
}

interface Conflict {
  conflict: StatedLimit[]
  explanation: string
}

/**
 * A smallest set of rows and bounds that cannot hold together, with its numbers: without any one of them the others can.
 *
 * Null where the proof is none, and all can hold.
 *
 * @param proof only limits with a part in it are asked
 */
export function conflictOf(program: Program, proof: Proof): Conflict | null {
  return conflictAmong(program, suspectsOf(program, proof)) ?? conflictOnceMore(program)
}

/** From a proof of its own, which the covariance has no part in; or else from all limits there are. */
function conflictOnceMore({ problem }: Program): Conflict | null {
  const bare = bareProgram(problem)
  const end = endOf(bare)
  if (end.kind !== 'infeasible') return null
  return conflictAmong(bare, suspectsOf(bare, end)) ?? conflictAmong(bare, limitsOf(problem))
}

function conflictAmong({ problem }: Program, suspects: readonly Limit[]): Conflict | null {
  if (isPossible(problem, suspects)) return null
  let needed = suspects
  for (const limit of suspects) {
    const others = needed.filter((other) => other !== limit)
    if (!isPossible(problem, others)) needed = others
  }
  const conflict = needed.map((limit) => statedLimit(problem, oneSide(problem, limit, needed)))
  return { conflict, explanation: `These cannot hold together: ${conflict.map(limitInWords).join('; ')}.` }
}

/** Of a row between two limits, the one that the others cannot hold with. */
function oneSide(problem: CheckedProblem, limit: Limit, needed: readonly Limit[]): Limit {
  const { kind, index } = limit
  if (kind !== 'row' || problem.rows[index]!.lower === problem.rows[index]!.upper) return limit
  const lower: Limit = { ...limit, side: 'lower' }
  const isLower = !isPossible(
    problem,
    needed.map((other) => (other === limit ? lower : other)),
  )
  return isLower ? lower : { ...limit, side: 'upper' }
}

function suspectsOf(program: Program, { rows, columns }: Proof): Limit[] {
  const { problem, references } = program
  const [least, most] = [1e-11 * largestOf(rows), 1e-11 * largestOf(columns)]
  const suspects = new Map<string, Limit>()
  const suspect = (kind: Limit['kind'], index: number): void => void suspects.set(`${kind} ${index}`, { kind, index })
  rows.forEach((pull, index) => {
    if (Math.abs(pull) <= least) return
    const { kind } = references[index]!
    if (index < problem.rows.length) suspect('row', index)
    else suspect(kind === 'turnover' ? 'turnover' : 'gross_exposure', 0)
  })
  columns.forEach((pull, column) => {
    if (Math.abs(pull) <= most) return
    const bound = ownBound(program, column, pull > 0 ? 'lower' : 'upper')
    if (bound !== null && Number.isFinite(bound.limit)) suspect(bound.side, program.columns.assets[column]!)
  })
  return [...suspects.values()]
}

/** Whether some weights keep to these limits and no others. */
function isPossible(problem: CheckedProblem, limits: readonly Limit[]): boolean {
  return endOf(bareProgram(without(problem, limits))).kind !== 'infeasible'
}

/** The limits of a problem around a strictly convex objective, which every set of limits that can hold has a minimum of. */
function bareProgram(problem: CheckedProblem): Program {
  const program = programOf({ ...problem, l2: null, costs: null }, { l2Weight: 0, costWeight: 0, gain: 'none' })
  const n = program.quadratic.hessian.n
  const identity = new Float64Array(n * n)
  for (let k = 0; k < n; k++) identity[k * (n + 1)] = 1
  const quadratic = { ...program.quadratic, hessian: denseHessian(identity, null), constant: new Float64Array(n), moved: 0 }
  return { ...program, quadratic }
}

function endOf({ quadratic }: Program): PathEnd {
  const maxSteps = 1000 + 100 * quadratic.hessian.n
  for (const attempt of attempts) {
    const { end } = coldStart(quadratic, { t: 0, maxSteps, attempt })
    if (end.kind === 'arrived' || end.kind === 'infeasible') return end
  }
  return { kind: 'blocked' }
}
