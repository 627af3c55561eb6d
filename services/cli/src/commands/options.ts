import { type OptionKey, optionGuide, optionKeys } from '@portofino/strategy'
import { didYouMean } from '../arguments/did-you-mean.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { hanging, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'

const usage: Usage = {
  name: 'options',
  form: '[KEY ...] [options]',
  summary: 'Lists what may follow the period of a command: each option with its meaning, its default and forms of its value.',
  options: [{ name: 'json', meaning: 'print one JSON document instead' }],
  examples: ['portofino options', 'portofino options rebalance cost'],
}

async function run(given: Arguments, { print, printDocument, screen }: Surroundings): Promise<number> {
  const keys = given.positionals.length === 0 ? optionKeys : given.positionals.map(optionKey)
  if (given.has('json')) printDocument({ options: keys.map((key) => ({ key, ...optionGuide(key) })) })
  else print(keys.flatMap((key, index) => [...(index === 0 ? [] : ['']), ...optionLines(key, screen)]))
  return exitCode.done
}

function optionKey(word: string): OptionKey {
  const found = optionKeys.find((key) => key === word.replace(/=.*/, ''))
  if (found !== undefined) return found
  const hint = didYouMean(word, optionKeys, { otherwise: '; portofino options lists them all' })
  throw new WrongUse(`there is no option "${word}"${hint}`, usage.name)
}

function optionLines(key: OptionKey, { ink, width }: Screen): string[] {
  const { meaning, default: standard, values } = optionGuide(key)
  const forms = values.filter((value) => value !== standard).map((value) => `${key}=${value}`)
  return [
    ...wrap(`${key}  ${meaning}`, width).map((line, index) => (index === 0 ? line.replace(key, ink.strong(key)) : line)),
    ...hanging(
      [['  default', `${key}=${standard}`], ...(forms.length === 0 ? [] : [['  or', forms.join(', ')] as const])],
      width,
    ),
  ]
}

export const optionsCommand: Command = { usage, run }
