import { describedList, commandHelp } from './arguments/help.ts'
import { didYouMean } from './arguments/did-you-mean.ts'
import { readArguments } from './arguments/read-arguments.ts'
import { WrongUse } from './arguments/wrong-use.ts'
import { commands } from './commands.ts'
import { exitCode } from './exit-code.ts'
import type { Surroundings } from './surroundings.ts'
import { plain } from './terminal/printable.ts'

/** Runs one command line, without the program's own name, and gives the exit code. The only place where faults become messages. */
export async function portofino(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await dispatch(words, surroundings)
  } catch (fault) {
    return reported(fault, surroundings)
  }
}

async function dispatch([first, ...rest]: readonly string[], surroundings: Surroundings): Promise<number> {
  const { screen } = surroundings
  if (first === undefined) throw new WrongUse('no command given')
  if (first === '--version') return printed([await version()], surroundings)
  if (['--help', '-h', 'help'].includes(first)) {
    return printed(
      rest[0] === undefined ? overview(screen.width) : commandHelp((await namedCommand(rest[0])).usage, screen.width),
      surroundings,
    )
  }
  const command = await namedCommand(first, rest)
  const given = readArguments(rest, command.usage)
  if (given.has('help')) return printed(commandHelp(command.usage, screen.width), surroundings)
  return command.run(given, surroundings)
}

function printed(lines: readonly string[], { print }: Surroundings): number {
  print(lines)
  return exitCode.done
}

async function version(): Promise<string> {
  return (await import('../package.json', { with: { type: 'json' } })).default.version
}

async function namedCommand(name: string, rest: readonly string[] = []) {
  const entry = commands.find((each) => each.name === name)
  if (entry) return entry.load()
  if (/[\s%]/.test(name)) {
    throw new WrongUse(`"${name}" is not a command; did you mean portofino simulate "${[name, ...rest].join(' ')}"?`)
  }
  const known = [...commands.map((each) => each.name), '--help', '--version']
  const kind = name.startsWith('-') ? 'option' : 'command'
  throw new WrongUse(`unknown ${kind} ${name}${didYouMean(name, known)}`)
}

function overview(width: number): string[] {
  return [
    'Usage: portofino COMMAND [options]',
    '',
    'Commands',
    ...describedList(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Options',
    ...describedList(
      [
        ['--help', 'this text; after a command, its options and an example'],
        ['--version', 'the version of the engine'],
      ],
      width,
    ),
    '',
    'Example',
    '  portofino simulate "AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01"',
  ]
}

async function reported(fault: unknown, { complain, signal, progressLine, program }: Surroundings): Promise<number> {
  if (signal.aborted) {
    // The terminal shows ^C where the cursor stood; what comes next begins on a line of its own.
    if (progressLine !== null) complain([''])
    return exitCode.interrupted
  }
  if (fault instanceof WrongUse) {
    const command = fault.command === null ? '' : ` ${fault.command}`
    complain([`portofino${command}: ${plain(fault.message)}`, `See ${program}${command} --help.`])
    return exitCode.wrongUse
  }
  const { MarketDataError } = await import('@portofino/market-data')
  if (fault instanceof MarketDataError) {
    complain([`portofino: ${plain(fault.message)}`])
    return exitCode.noData
  }
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  complain(['portofino: a fault of the program itself; please report it with these lines:', ...text.split('\n')])
  return exitCode.internalFault
}
