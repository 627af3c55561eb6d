import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { frontier } from '@portofino/optimizer'
import type { Problem } from '@portofino/optimizer'

/** Computes the frontier of a file's problem and prints by how much the largest resident memory grew, in bytes. */
const [path, count] = process.argv.slice(2)
const n = Number(count)
const small: Problem = {
  covariance: { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) },
  expectedReturns: Float64Array.of(0.1, 0.05),
}
frontier(small)
const before = process.memoryUsage.rss()
const [expectedReturns, data] = [new Float64Array(n), new Float64Array(n * n)]
const file = openSync(path!, 'r')
for (const values of [expectedReturns, data]) readSync(file, new Uint8Array(values.buffer))
closeSync(file)
const outcome = frontier({ covariance: { kind: 'dense', n, data }, expectedReturns })
if (outcome.status !== 'optimal') throw new Error(`Cannot benchmark: the frontier must exist, got ${outcome.status}`)
console.log(peak() - before)

/**
 * The largest resident memory of this program, as Linux keeps it. `process.resourceUsage().maxRSS` is no less than what the parent had when
 * it started the program.
 */
function peak(): number {
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  if (kilobytes === undefined) throw new Error('Cannot measure memory: /proc/self/status must have VmHWM')
  return Number(kilobytes) * 1024
}
