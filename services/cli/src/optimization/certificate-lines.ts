import type { CertificateDocument } from '@portofino/optimizer'
import { sectionLines } from '../result/section.ts'
import { hanging } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'
import { whatIsLimited } from './limits-in-words.ts'

/** More than these are counted instead of named. */
const mostNamed = 12

/** How sure it is that nothing is better, and which limits hold the answer where it is. */
export function certificateLines(certificate: CertificateDocument, screen: Screen): string[] {
  const { stationarity, primal_feasibility: feasibility, dual_sign: sign, complementarity } = certificate
  const { reciprocal_condition: condition, unique, steps, multipliers } = certificate
  const held = multipliers.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).map(holdingLimit)
  const more = held.length > mostNamed ? `, and ${held.length - mostNamed} more` : ''
  const entries: (readonly [string, string])[] = [
    [
      'Residuals',
      `stationarity ${residual(stationarity)}, limits ${residual(feasibility)}, signs ${residual(sign)}, complementarity ${residual(complementarity)}; 0 is exact, 2.2e-16 the rounding of one number`,
    ],
    ['Held by', held.length === 0 ? 'no limit' : held.slice(0, mostNamed).join(', ') + more],
    ['Unique', unique ? 'yes: no other weights are as good' : 'not shown: other weights may be exactly as good'],
    ['Solved', `in ${steps} steps; reciprocal condition ${residual(condition)}`],
  ]
  const summary = 'Computed from the estimates themselves, not from the solver: nothing allowed is better.'
  return sectionLines({ title: 'Proof', summary, lines: hanging(entries, screen.width) }, screen)
}

function residual(value: number): string {
  return value === 0 ? '0' : value.toExponential(1)
}

function holdingLimit({ kind, name }: CertificateDocument['multipliers'][number]): string {
  if (kind === 'lower') return `${name} at its least`
  if (kind === 'upper') return `${name} at its most`
  return whatIsLimited({ kind, name })
}
