import { MarketDataError } from '@portofino/market-data'
import { resultDocument, type SimulationResult } from '@portofino/simulator'
import type { Arguments } from '../arguments/read-arguments.ts'
import { exitCode } from '../exit-code.ts'
import type { CommandLine } from '../input/command-lines.ts'
import { runSummary } from '../result/run-summary.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ProgressBar } from '../terminal/progress-bar.ts'
import { complainAbout, failedDocument, faultyDocument } from './faults.ts'
import { type SimulationBench, simulateText } from './simulate-text.ts'

export interface FileRun {
  given: Arguments
  surroundings: Surroundings
  bench: SimulationBench
  bar: ProgressBar
}

/** Each line's result as soon as it is there. A line that fails leaves the others alone and decides the exit code. */
export async function simulateFile(lines: readonly CommandLine[], { given, surroundings, bench, bar }: FileRun): Promise<number> {
  const codes = new Set<number>()
  for (const [index, line] of lines.entries()) {
    await surroundings.drained()
    const onProgress = (done: number): void => bar.show((index + done) / lines.length, `command ${index + 1} of ${lines.length}`)
    codes.add(await simulateLine(line, { given, surroundings, bench: { ...bench, onProgress }, bar }))
  }
  if (codes.has(exitCode.faultyCommand)) return exitCode.faultyCommand
  return codes.has(exitCode.noData) ? exitCode.noData : exitCode.done
}

async function simulateLine({ line, text }: CommandLine, { given, surroundings, bench, bar }: FileRun): Promise<number> {
  const place = `${given.value('file') ?? ''}:${line}`
  const isJson = given.has('json')
  try {
    const outcome = await simulateText(text, bench)
    bar.clear()
    if (outcome.kind === 'done') {
      deliver({ line, result: outcome.result }, given, surroundings)
      return exitCode.done
    }
    if (isJson) surroundings.printDocument({ line, ...(await faultyDocument(text, outcome.diagnostics)) })
    complainAbout({ text, diagnostics: outcome.diagnostics, place }, surroundings)
    return exitCode.faultyCommand
  } catch (fault) {
    if (!(fault instanceof MarketDataError)) throw fault
    bar.clear()
    if (isJson) surroundings.printDocument({ line, ...failedDocument(text, fault) })
    surroundings.complain([`${place}: ${fault.message}`])
    return exitCode.noData
  }
}

function deliver(
  { line, result }: { line: number; result: SimulationResult },
  given: Arguments,
  surroundings: Surroundings,
): void {
  if (given.has('json')) surroundings.printDocument({ line, ...resultDocument(result, { series: given.has('series') }) })
  else surroundings.print(runSummary(line, result, surroundings.screen))
}
