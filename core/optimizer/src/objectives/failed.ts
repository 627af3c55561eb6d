import { certificateOf } from '../certificate/certificate.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { MovingPoint } from '../engine/moving-point.ts'
import type { PathEnd } from '../engine/path.ts'
import { standing } from '../engine/quadratic-program.ts'
import { certifiedPoint } from '../certificate/pulls.ts'
import type { Failure } from '../outcome.ts'
import { conflictOf } from '../problem/conflict.ts'
import { weightsAlong, weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'
import { illConditioned, undetermined } from './finish.ts'

/** The outcome where the path did not lead to a solution. */
export function failed(program: Program, { end, moving, steps }: { end: PathEnd; moving: MovingPoint; steps: number }): Failure {
  const conflict = end.kind === 'infeasible' ? conflictOf(program, end) : null
  if (conflict !== null) return { status: 'infeasible', ...conflict }
  if (end.kind === 'unbounded') return { status: 'unbounded', ray: weightsAlong(program, end.ray) }
  const set = activeSetOf(moving.point)
  const columnStanding = set.columnStanding.map((side) => (side === standing.held ? standing.free : side))
  const solved = solvedSet(program.quadratic, { ...set, columnStanding })
  if (solved === null) return undetermined(program)
  const point = certifiedPoint(moving)
  const candidate = portfolioOf(program.problem, weightsAt(program, point.x))
  const certificate = certificateOf(program, { set, solved, point, steps })
  return end.kind === 'step-limit'
    ? { status: 'stepLimit', steps, candidate, certificate }
    : illConditioned(program, candidate, certificate)
}
