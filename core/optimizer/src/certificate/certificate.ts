import { leastEigenvalueEstimate } from '../covariance/least-eigenvalue.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import type { Certificate } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { Late } from './late.ts'
import { multipliersOf } from './multipliers.ts'
import { pullsAt } from './pulls.ts'
import type { CertifiedPoint, Pulls } from './pulls.ts'
import { residualsOf } from './residuals.ts'
import { isUnique } from './uniqueness.ts'
import { warmStateOf } from './warm-state.ts'

interface Solved {
  set: ActiveSet
  solved: SolvedSet
  point: CertifiedPoint
  steps: number
  pulls?: Pulls | undefined
  isTied?: ((solved: SolvedSet) => boolean) | undefined
}

/**
 * Everything that proves one optimum.
 *
 * @param pulls at the point, where they are known
 */
export function certificateOf(
  program: Program,
  { set, solved, point, steps, pulls = pullsAt(program.quadratic, point), isTied }: Solved,
): Certificate {
  const { quadratic } = program
  const { gradient, scale } = pulls
  const residuals = residualsOf(program, set, { at: point, gradient, scale })
  const { reciprocalCondition } = solved
  return withLate(
    {
      ...residuals,
      active: warmStateOf(set),
      steps,
      reciprocalCondition,
      unique: isUnique(quadratic, { set, solved, point, pulls, isTied }),
    },
    {
      // Written out only for whom asks: there are as many as assets.
      multipliers: new Late(() => multipliersOf(program, { set, point, gradient })),
      // It takes a factor of all assets.
      minEigenvalue: new Late(() => leastEigenvalueEstimate(program.problem.covariance, program.problem.n)),
    },
  )
}

type LateMember = 'multipliers' | 'minEigenvalue'

/** Apart, so that the members hold nothing of the problem once they are read. */
function withLate(
  known: Omit<Certificate, LateMember>,
  late: { [Member in LateMember]: Late<Certificate[Member]> },
): Certificate {
  return {
    ...known,
    get multipliers() {
      return late.multipliers.value
    },
    get minEigenvalue() {
      return late.minEigenvalue.value
    },
  }
}
