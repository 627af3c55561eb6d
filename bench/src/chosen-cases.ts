import type { Bench } from './bench.ts'
import { editor } from './cases/editor.ts'
import { exampleRun } from './cases/example-run.ts'
import { fanOut } from './cases/fan-out.ts'
import { hostileCommand } from './cases/hostile-command.ts'
import { latency } from './cases/latency.ts'
import { longLedger } from './cases/long-ledger.ts'
import { logins } from './cases/logins.ts'
import { longWorkbook } from './cases/long-workbook.ts'
import { optimizerEstimates } from './cases/optimizer-estimates.ts'
import { optimizerFrontier } from './cases/optimizer-frontier.ts'
import { optimizerObjectives } from './cases/optimizer-objectives.ts'
import { optimizerPackage } from './cases/optimizer-package.ts'
import { optimizerWalk } from './cases/optimizer-walk.ts'
import { optimizerWarm } from './cases/optimizer-warm.ts'
import { reads } from './cases/reads.ts'
import { start } from './cases/start.ts'
import { throughput } from './cases/throughput.ts'
import { wholeProcess } from './cases/whole-process.ts'
import type { Row } from './table.ts'

type Case = (bench: Bench) => Row[] | Promise<Row[]>

/** Every case by its name, in the order of the report. */
const groups: Record<string, Record<string, Case>> = {
  library: {
    'long-ledger': longLedger,
    'example-run': exampleRun,
    'long-workbook': longWorkbook,
    'whole-process': wholeProcess,
    editor,
    'hostile-command': hostileCommand,
  },
  optimizer: {
    'optimizer-frontier': optimizerFrontier,
    'optimizer-objectives': optimizerObjectives,
    'optimizer-warm': optimizerWarm,
    'optimizer-estimates': optimizerEstimates,
    'optimizer-walk': optimizerWalk,
    'optimizer-package': optimizerPackage,
  },
  service: { start, latency, throughput, reads, 'fan-out': fanOut, logins },
}

/** The cases of the named groups and the named cases; all without a name. */
export function chosenCases(names: readonly string[]): Case[] {
  const all = Object.entries(groups).flatMap(([group, cases]) =>
    Object.entries(cases).map(([name, run]) => ({ group, name, run })),
  )
  const known = new Set(all.flatMap(({ group, name }) => [group, name]))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Error(`Cannot benchmark: cases are ${[...known].join(', ')}, got ${unknown.join(', ')}`)
  const isChosen = ({ group, name }: { group: string; name: string }): boolean =>
    names.length === 0 || names.includes(group) || names.includes(name)
  return all.filter(isChosen).map(({ run }) => run)
}

/** Whether any of the chosen cases compares with the peers of the common Python environment; those of the optimizer have their own. */
export function needsPython(names: readonly string[]): boolean {
  return !(names.length > 0 && names.every((name) => name.startsWith('optimizer')))
}
