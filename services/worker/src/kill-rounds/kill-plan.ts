import { createHash } from 'node:crypto'

/** How often and when a process is killed; the same seed kills at the same moments. */
export interface KillPlan {
  rounds: number
  seed: number
}

/** Milliseconds from when the process takes work to its end, within 50 and 550. */
export function killAfterMs({ seed }: KillPlan, round: number): number {
  const draw = createHash('sha256').update(`${seed} ${round}`).digest().readUInt32LE()
  return 50 + (500 * draw) / 2 ** 32
}
