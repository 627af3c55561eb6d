// Whether what docs/from-pyportfolioopt.md of the optimizer promises is so: the same figures, to the tolerances below.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPythonPeers, peerFigures } from '../python-peer.ts'
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
  const theirs = peerFigures('pyportfolioopt_figures.py', [join(folder, 'given.json')])
  let failures = 0
  for (const { figures, tolerance } of groups) {
    for (const [name, ours] of Object.entries<Figures[string]>(figures(questions))) {
      const apart = difference(ours, theirs[name] ?? [])
      const agrees = apart <= tolerance
      if (!agrees) failures++
      console.log(`${agrees ? 'same' : 'DIFFERENT'}  ${apart.toExponential(1)} <= ${tolerance.toExponential(0)}  ${name}`)
    }
  }
  if (failures > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
