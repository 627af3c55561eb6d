import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Task } from './problems.ts'

/** Bytes by which the largest resident memory of a process grows that reads a problem and computes its frontier. */
export function frontierMemory(bench: Bench, { n, problem: { expectedReturns, covariance } }: Task): number {
  const file = bench.path(`memory-${n}`)
  writeFileSync(file, Buffer.concat([new Uint8Array(expectedReturns.buffer), new Uint8Array(covariance.data.buffer)]))
  return Number(
    execFileSync(process.execPath, [join(import.meta.dirname, 'memory-run.ts'), file, String(n)], { encoding: 'utf8' }),
  )
}
