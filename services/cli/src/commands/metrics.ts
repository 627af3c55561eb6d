import { type Definition, definitions } from '@portofino/metrics'
import { nearest } from '../arguments/nearest.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { hanging, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'

const usage: Usage = {
  name: 'metrics',
  form: '[ID ...] [options]',
  summary:
    'Defines every measure, or those that are named: what it tells, its formula, when it is undefined, where it comes from.',
  options: [{ name: 'json', meaning: 'print one JSON document instead' }],
  examples: ['portofino metrics sharpe', 'portofino metrics'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const chosen = given.positionals.length === 0 ? definitions : given.positionals.map(definitionOf)
  if (given.has('json')) surroundings.printDocument({ definitions: chosen.map(definitionDocument) })
  else
    surroundings.print(
      chosen.flatMap((definition, index) => [...(index === 0 ? [] : ['']), ...definitionLines(definition, surroundings.screen)]),
    )
  return exitCode.done
}

function definitionOf(id: string): Definition {
  const found = definitions.find((definition) => definition.id === id.toLowerCase())
  if (found) return found
  const near = nearest(
    id.toLowerCase(),
    definitions.map((definition) => definition.id),
  )
  throw new WrongUse(
    `there is no measure "${id}"${near === null ? '; portofino metrics lists them all' : `; did you mean ${near}?`}`,
    usage.name,
  )
}

function definitionLines(
  { id, name, plainName, group, meaning, formula, undefinedWhen, source }: Definition,
  { width, ink }: Screen,
): string[] {
  return [
    `${ink.strong(name)}  ${ink.accent(id)}  ${ink.muted(`${plainName} (${group})`)}`,
    ...wrap(meaning, width - 2).map((line) => `  ${line}`),
    ...hanging(
      [['  formula', formula], ['  undefined', undefinedWhen], ...(source === null ? [] : [['  source', source] as const])],
      width,
    ),
  ]
}

function definitionDocument({ id, name, plainName, group, unit, meaning, formula, undefinedWhen, source }: Definition): object {
  return { id, name, plain_name: plainName, group, unit, meaning, formula, undefined_when: undefinedWhen, source }
}

export const metricsCommand: Command = { usage, run }
