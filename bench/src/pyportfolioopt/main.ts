// Whether what docs/from-pyportfolioopt.md of the optimizer promises is so: every name is in it, and figures are the same, to the
// tolerances below.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPythonPeers, peerDocument } from '../python-peer.ts'
import { combinations, estimates } from './estimates.ts'
import type { Figures } from './estimates.ts'
import { given } from './given.ts'
import { portfolios, purchases } from './portfolios.ts'

/** Largest difference, relative to the largest figure; weights are what an iterative solver of the other library makes of them. */
const groups: readonly { figures: typeof estimates; tolerance: number }[] = [
  { figures: estimates, tolerance: 1e-9 },
  { figures: combinations, tolerance: 1e-9 },
  { figures: portfolios, tolerance: 1e-5 },
  { figures: purchases, tolerance: 1e-9 },
]

function difference(ours: ArrayLike<number>, theirs: readonly (number | null)[]): number {
  if (ours.length !== theirs.length) return Infinity
  const expected = theirs.map((value) => value ?? NaN)
  const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const gaps = expected.map((value, i) => (Object.is(value, ours[i]) ? 0 : Math.abs(value - ours[i]!)))
  return gaps.reduce((most, gap) => (gap <= most ? most : gap), 0) / scale
}

if (!openPythonPeers()) throw new Error('Cannot compare: Python 3 and the packages of bench/peers/requirements.txt are needed')
const folder = mkdtempSync(join(tmpdir(), 'portofino-pyportfolioopt-'))
try {
  const questions = await given()
  writeFileSync(join(folder, 'given.json'), JSON.stringify(questions))
  const theirs = peerDocument('pyportfolioopt_figures.py', [join(folder, 'given.json')]) as Record<string, (number | null)[]>
  let failures = 0
  for (const { figures, tolerance } of groups) {
    for (const [name, ours] of Object.entries<Figures[string]>(figures(questions))) {
      const apart = difference(ours, theirs[name] ?? [])
      const agrees = apart <= tolerance
      if (!agrees) failures++
      console.log(`${agrees ? 'same' : 'DIFFERENT'}  ${apart.toExponential(1)} <= ${tolerance.toExponential(0)}  ${name}`)
    }
  }
  const page = readFileSync(
    join(import.meta.dirname, '..', '..', '..', 'core', 'optimizer', 'docs', 'from-pyportfolioopt.md'),
    'utf8',
  )
  const names = peerDocument('pyportfolioopt_names.py', []) as string[]
  const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))
  console.log(
    `${names.length} names, ${missing.length} of them not in the migration table${missing.map((name) => `\n  ${name}`).join('')}`,
  )
  if (failures + missing.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
