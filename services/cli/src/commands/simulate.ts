import { resolve } from 'node:path'
import { MarketDataError } from '@portofino/market-data'
import { resultDocument, type SimulationResult, seriesCsv } from '@portofino/simulator'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { writeFileWhole } from '../output/write-file-whole.ts'
import type { Surroundings } from '../surroundings.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { dataOption, dialectOption, fileOption, givenCommands, givenDialect } from './command-options.ts'
import { openSource } from './data-source.ts'
import { complainAbout, failedDocument, faultyDocument } from './faults.ts'
import { type FileRun, simulateFile } from './simulate-file.ts'
import { simulateText } from './simulate-text.ts'

const usage: Usage = {
  name: 'simulate',
  form: '"COMMAND" [options]',
  summary:
    'Shows what a portfolio would have done: value and drawdown, key figures, months, contributions, and every policy in force.',
  details: [
    'A command lists positions as TICKER-SIDE-WEIGHT with L (long) or S (short), then start and end, then options such as rebalance=monthly, cost=5bps or bench=^GSPC; portofino options lists them. Write it in single quotes when it holds $CASH or *.',
  ],
  options: [
    { name: 'json', meaning: 'print one JSON document with full precision instead' },
    { name: 'series', meaning: 'with --json: add the series of every session' },
    { name: 'csv', value: 'FILE', meaning: 'also write the series of every session to a CSV file' },
    { name: 'full', meaning: 'show every measure and all ten drawdowns' },
    fileOption,
    dataOption,
    dialectOption,
  ],
  examples: [
    'portofino simulate "AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01"',
    "portofino simulate 'AAPL-L-60% $CASH-L-40% 2015 2022 bench=^GSPC' --json",
  ],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  refuseCombinations(given)
  const commands = await givenCommands(given, { readInput: surroundings.readInput, name: usage.name })
  const source = await openSource(given.value('data'), { ...surroundings, command: usage.name })
  const { today, signal } = surroundings
  const bar = progressBar(surroundings)
  const bench = { source, today, signal, dialect: givenDialect(given), onProgress: bar.show }
  try {
    return commands.kind === 'file'
      ? await simulateFile(commands.lines, { given, surroundings, bench, bar })
      : await simulateOne(commands.text, given, { surroundings, bench, bar })
  } finally {
    bar.clear()
  }
}

async function simulateOne(
  text: string,
  given: Arguments,
  { surroundings, bench, bar }: Omit<FileRun, 'given'>,
): Promise<number> {
  try {
    const outcome = await simulateText(text, { ...bench, endAtOnce: surroundings.endAtOnce })
    bar.clear()
    if (outcome.kind === 'done') return await deliver(outcome, given, surroundings)
    if (given.has('json')) surroundings.printDocument(await faultyDocument(text, outcome.diagnostics))
    complainAbout({ text, diagnostics: outcome.diagnostics, place: null }, surroundings)
    return exitCode.faultyCommand
  } catch (fault) {
    if (given.has('json') && fault instanceof MarketDataError) surroundings.printDocument(failedDocument(text, fault))
    throw fault
  }
}

function refuseCombinations(given: Arguments): void {
  const faults: [boolean, string][] = [
    [given.has('series') && !given.has('json'), '--series adds to the document of --json; give both'],
    [given.value('csv') === '-', '--csv names a file; --json --series prints the series'],
    [given.has('csv') && given.has('file'), '--csv writes the series of one command; leave out --file'],
    [given.has('full') && given.has('json'), '--json is always full; leave out --full'],
    [given.has('full') && given.has('file'), '--file gives a summary of each command; leave out --full or use --json'],
  ]
  for (const [stands, message] of faults) if (stands) throw new WrongUse(message, usage.name)
}

async function deliver(
  { result, words }: { result: SimulationResult; words: string },
  given: Arguments,
  surroundings: Surroundings,
): Promise<number> {
  const file = given.value('csv')
  using _ = surroundings.endAtOnce()
  if (file !== null) await writeFileWhole(file, { pieces: seriesCsv(result), command: usage.name })
  if (given.has('json')) {
    surroundings.printDocument(resultDocument(result, { series: given.has('series') }))
    return exitCode.done
  }
  // Only people need the code that draws.
  const { resultPage } = await import('../result/result-page.ts')
  surroundings.print(resultPage({ result, words, full: given.has('full') }, surroundings.screen))
  if (file !== null) surroundings.print(['', `Series written to ${resolve(file)}.`])
  return exitCode.done
}

export const simulateCommand: Command = { usage, run }
