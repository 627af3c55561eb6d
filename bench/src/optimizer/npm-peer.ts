import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Task } from './problems.ts'

/** So long it may take: it is given up then, and counts as that long. */
const patience = 240

/** One call of portfolio-allocation, in a process of its own that can be ended. */
export function secondsOfPackage(
  bench: Bench,
  { covariance: { n, data }, expectedReturns }: Task['problem'],
  riskFree: number,
): { name: string; seconds: number | null; weights?: number[] } {
  const file = bench.path(`portfolio-allocation-${n}.json`)
  writeFileSync(file, JSON.stringify({ n, data: Array.from(data), mean: Array.from(expectedReturns), riskFree }))
  bench.say(`portfolio-allocation, ${n} assets …`)
  const script = join(import.meta.dirname, 'npm-peer-run.ts')
  const { stdout, signal, status, stderr } = spawnSync(process.execPath, [script, file], {
    encoding: 'utf8',
    timeout: patience * 1000,
  })
  if (signal !== null) return { name: `portfolio-allocation, given up after ${patience} s,`, seconds: patience }
  if (status !== 0) {
    bench.say(stderr)
    return { name: 'portfolio-allocation', seconds: null }
  }
  return { name: 'portfolio-allocation', ...(JSON.parse(stdout) as { seconds: number; weights: number[] }) }
}
