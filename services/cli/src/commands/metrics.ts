import { type Definition, definitions, formulaSymbols } from '@portofino/metrics'
import { didYouMean } from '../arguments/did-you-mean.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { hanging, tableLines, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'

const usage: Usage = {
  name: 'metrics',
  form: '[ID or NAME ...] [options]',
  summary:
    'Defines every measure, or those that are named: what it tells, its formula, when it is undefined, where it comes from.',
  options: [
    { name: 'names', meaning: 'one line each: id, name and what it is in plain words' },
    { name: 'json', meaning: 'print one JSON document instead' },
  ],
  examples: ['portofino metrics sharpe', 'portofino metrics "Ulcer index"', 'portofino metrics --names'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const chosen = given.positionals.length === 0 ? definitions : given.positionals.map(definitionOf)
  if (given.has('json')) surroundings.printDocument({ definitions: chosen.map(definitionDocument) })
  else if (given.has('names')) surroundings.print(nameLines(chosen, surroundings.screen))
  else
    surroundings.print(
      chosen.flatMap((definition, index) => [...(index === 0 ? [] : ['']), ...definitionLines(definition, surroundings.screen)]),
    )
  return exitCode.done
}

/** By id, or by name as result pages print it. */
function definitionOf(word: string): Definition {
  const wanted = word.toLowerCase()
  const found = definitions.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  if (found) return found
  const words = definitions.flatMap(({ id, name }) => [id, name.toLowerCase()])
  const hint = didYouMean(wanted, words, { otherwise: '; portofino metrics --names lists them all' })
  throw new WrongUse(`there is no measure "${word}"${hint}`, usage.name)
}

function nameLines(chosen: readonly Definition[], { ink }: Screen): string[] {
  const left = { align: 'left' as const }
  return tableLines(
    [left, left, left],
    chosen.map(({ id, name, plainName }) => [ink.accent(id), name, ink.muted(plainName)]),
  )
}

function definitionLines(
  { id, name, plainName, group, meaning, formula, undefinedWhen, source }: Definition,
  { width, ink }: Screen,
): string[] {
  const facts: readonly (readonly [string, string])[] = [
    ['  formula', formula],
    ['  where', lettersOf(formula)],
    ['  undefined', undefinedWhen],
    ['  source', source ?? ''],
  ]
  return [
    `${ink.strong(name)}  ${ink.accent(id)}  ${ink.muted(`${plainName} (${group})`)}`,
    ...wrap(meaning, width - 2).map((line) => `  ${line}`),
    ...hanging(
      facts.filter(([, text]) => text !== ''),
      width,
    ),
  ]
}

/** What the letters mean, in the order in which they are derived. */
function lettersOf(formula: string): string {
  const letters = new Set(formula.match(/\p{L}[\p{L}\d]*\*?/gu))
  return formulaSymbols
    .filter(({ symbol }) => letters.has(symbol))
    .map(({ symbol, meaning }) => `${symbol}: ${meaning}`)
    .join('; ')
}

function definitionDocument({ id, name, plainName, group, unit, meaning, formula, undefinedWhen, source }: Definition): object {
  return { id, name, plain_name: plainName, group, unit, meaning, formula, undefined_when: undefinedWhen, source }
}

export const metricsCommand: Command = { usage, run }
