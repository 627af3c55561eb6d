import { parseArgs } from 'node:util'
import { didYouMean } from './did-you-mean.ts'
import { helpOption, type OptionUsage, type Usage } from './usage.ts'
import { wrap } from '../terminal/layout.ts'
import { WrongUse } from './wrong-use.ts'

export interface Arguments {
  positionals: string[]
  /** Whether a switch was given. */
  has: (name: string) => boolean
  /** The value of an option; null when it was not given. */
  value: (name: string) => string | null
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]
type OptionToken = Extract<Token, { kind: 'option' }>

/** What was written after the command's name. Throws `WrongUse` for all that the command does not know. */
export function readArguments(words: readonly string[], usage: Usage): Arguments {
  const options = [...usage.options, helpOption]
  const known = Object.fromEntries(
    options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const),
  )
  const short = { h: 'help' }
  const args = words.map((word) => (word === '-h' ? `--${short.h}` : word))
  refuseStrayDash(args, usage)
  const { tokens, positionals } = parseArgs({ args, options: known, allowPositionals: true, strict: false, tokens: true })
  const values = new Map<string, string | true>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = knownOption(token, options, usage)
    if (values.has(option.name)) throw new WrongUse(`--${option.name} is given twice`, usage.name)
    values.set(option.name, checkedValue(token, option, usage))
  }
  return {
    positionals,
    has: (name) => values.has(name),
    value: (name) => {
      const value = values.get(name)
      return typeof value === 'string' ? value : null
    },
  }
}

/** A shell that replaced `$CASH` leaves a command that begins with a dash and would be read as options. */
function refuseStrayDash(words: readonly string[], usage: Usage): void {
  const end = words.indexOf('--')
  const stray = words.slice(0, end < 0 ? undefined : end).find((word) => /^-(?!-|[\d.]+%$).*[\s%]/s.test(word))
  if (stray === undefined) return
  throw new WrongUse(
    `"${stray}" begins with a dash; if the shell replaced $CASH, put the command in single quotes, else write -- before it`,
    usage.name,
  )
}

function knownOption(token: OptionToken, options: readonly OptionUsage[], usage: Usage): OptionUsage {
  const found = token.rawName.startsWith('--') ? options.find(({ name }) => name === token.name) : undefined
  if (found) return found
  const names = options.map(({ name }) => name)
  throw new WrongUse(`unknown option ${token.rawName}${didYouMean(token.name, names, { prefix: '--' })}`, usage.name)
}

function checkedValue(token: OptionToken, { name, value, choices }: OptionUsage, usage: Usage): string | true {
  if (value === undefined) {
    if (token.value !== undefined) throw new WrongUse(`--${name} takes no value, got "${token.value}"`, usage.name)
    return true
  }
  const text = token.value ?? ''
  // The next option is rarely meant as a value; `--csv=--odd` still says so.
  const isNextOption = text.startsWith('--') && !token.inlineValue
  if (text === '' || isNextOption) throw new WrongUse(`--${name} needs a value: --${name} ${value}`, usage.name)
  if (choices && !choices.includes(text)) {
    const hint = didYouMean(text, choices)
    throw new WrongUse(outsideChoices({ name, choices, text, hint }), usage.name)
  }
  return text
}

const width = 80

interface OutsideChoices {
  name: string
  choices: readonly string[]
  text: string
  hint: string
}

/** In one line, or with the choices in lines of their own. */
function outsideChoices({ name, choices, text, hint }: OutsideChoices): string {
  const short = `--${name} must be ${choices.join(' or ')}, got "${text}"${hint}`
  if (short.length <= width) return short
  const listed = wrap(choices.join(', '), width - 2).map((line) => `  ${line}`)
  return [`--${name} must be one of these, got "${text}":`, ...listed, ...(hint === '' ? [] : [hint.replace('; d', 'D')])].join(
    '\n',
  )
}
