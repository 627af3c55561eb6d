import type { Catalog, Day, Instrument } from '@portofino/market'
import { instrumentsOf, parse, resolve } from '@portofino/strategy'
import type { InstrumentReference, ParseResult, Program } from '@portofino/strategy'
import { faultsAt } from './faults.ts'
import type { Diagnosed, Fault } from './faults.ts'
import { namedFixes } from './named-fixes.ts'
import { unpriced } from './unpriced.ts'
import type { WrittenCommand } from '../written-commands.ts'

export interface JudgedCommand extends WrittenCommand {
  /** Null while an error stands in what was written. */
  program: Program | null
  faults: Fault[]
}

interface Surroundings {
  catalog: Catalog
  today: Day
  /** What the server found in a command, as far as it was asked. */
  answers: ReadonlyMap<string, readonly Diagnosed[]>
}

/** What is wrong with each command: at once by the library; by the server where it was asked, which knows every symbol. */
export function judgedCommands(commands: readonly WrittenCommand[], surroundings: Surroundings): JudgedCommand[] {
  return commands.map((command) => {
    const { ast, diagnostics } = parsed(command.text)
    const answer = surroundings.answers.get(command.text)
    const own = ast === null ? namedFixes(diagnostics, surroundings.catalog) : [...diagnostics, ...resolved(ast, surroundings)]
    return { ...command, program: ast, faults: faultsAt(answer ?? own, command.start) }
  })
}

/** The commands that name what the catalog does not have: only the server can say whether that exists. */
export function withStrangers(commands: readonly WrittenCommand[], catalog: Catalog): string[] {
  return commands.flatMap(({ text }) => {
    const { ast } = parsed(text)
    return ast !== null && instrumentsOf(ast).some((reference) => isStranger(reference, catalog)) ? [text] : []
  })
}

/** Every symbol that is written in a command that can be read. */
export function symbolsIn(commands: readonly WrittenCommand[]): string[] {
  return [...new Set(commands.flatMap(({ text }) => symbolsOf(parsed(text).ast)))]
}

function symbolsOf(program: Program | null): string[] {
  return program === null ? [] : instrumentsOf(program).map(({ symbol }) => symbol)
}

function resolved(program: Program, { catalog, today }: Surroundings) {
  const { ast, diagnostics } = resolve(program, { today, catalog: trusting(catalog, instrumentsOf(program)) })
  return ast === null ? diagnostics : [...diagnostics, ...unpriced(ast, { catalog, today })]
}

function isStranger({ symbol, market }: InstrumentReference, catalog: Catalog): boolean {
  return !catalog.find(symbol).some((instrument) => market === null || instrument.market === market)
}

/** Takes a symbol that the catalog does not have for one that exists: the server has more than was asked for so far. */
function trusting(catalog: Catalog, references: readonly InstrumentReference[]): Catalog {
  const strangers = references.filter((reference) => isStranger(reference, catalog)).map(trusted)
  return {
    ...catalog,
    find: (symbol) => [...catalog.find(symbol), ...strangers.filter((instrument) => instrument.symbol === symbol)],
  }
}

function trusted({ symbol, market }: InstrumentReference): Instrument {
  return { symbol, name: symbol, market, calendar: null, currency: '', returns: 'total', first: null, last: null }
}

const most = 200
const readings = new Map<string, ParseResult>()

/** Lines that did not change are not read again with each key. */
function parsed(text: string): ParseResult {
  const kept = readings.get(text)
  if (kept !== undefined) return kept
  if (readings.size >= most) readings.clear()
  const result = parse(text)
  readings.set(text, result)
  return result
}
