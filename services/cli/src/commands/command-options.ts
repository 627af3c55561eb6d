import type { Dialect } from '@portofino/strategy'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { OptionUsage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import { type CommandLine, readCommandLines } from '../input/command-lines.ts'
import type { Surroundings } from '../surroundings.ts'

export const dialectOption: OptionUsage = {
  name: 'dialect',
  value: 'NAME',
  meaning: 'legacy: accept exactly what the original simulator did; default otherwise',
  choices: ['default', 'legacy'],
}

export const fileOption: OptionUsage = {
  name: 'file',
  value: 'FILE',
  meaning: 'run each line of the file as a command; blank lines and lines that begin with # are skipped; - is standard input',
}

export const dataOption: OptionUsage = {
  name: 'data',
  value: 'SOURCE',
  meaning: 'where prices come from: sample (shipped, offline; the default), csv:DIR, yahoo, synthetic:SEED',
}

export function givenDialect(given: Arguments): Dialect {
  return given.value('dialect') === 'legacy' ? 'legacy' : 'default'
}

export type GivenCommands = { kind: 'one'; text: string } | { kind: 'file'; lines: CommandLine[] }

/** One command, also when the shell split it into words, or those of a file. */
export async function givenCommands(
  given: Arguments,
  { readInput, name }: Pick<Surroundings, 'readInput'> & { name: string },
): Promise<GivenCommands> {
  const file = given.value('file')
  if (file !== null && given.positionals.length > 0) {
    throw new WrongUse('a command and --file exclude each other; give one of them', name)
  }
  if (file !== null) return { kind: 'file', lines: await readCommandLines(file, { command: name, readInput }) }
  if (given.positionals.length === 0)
    throw new WrongUse('no command given; write it in quotes after the name, or use --file', name)
  return { kind: 'one', text: given.positionals.join(' ') }
}
