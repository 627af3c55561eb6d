import { once } from 'node:events'
import { join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { dayNumber } from '@portofino/market'
import type { CliConfig } from './config.ts'
import { exitCode } from './exit-code.ts'
import type { Interrupts } from './interrupts.ts'
import { secretReader } from './input/read-secret.ts'
import type { Surroundings } from './surroundings.ts'
import { asciiText } from './terminal/ascii-text.ts'
import { plain, printable, printableJson } from './terminal/printable.ts'
import { makeScreen } from './terminal/screen.ts'

const eraseLine = '\r\x1b[2K'

/** The real streams, clock and calendar of this process. */
export function processSurroundings(config: Readonly<CliConfig>, interrupts: Interrupts): Surroundings {
  const { stdin, stdout, stderr } = process
  const { signal } = interrupts
  const spelled = (lines: readonly string[]): string => {
    const text = printable(lines.map((line) => `${line}\n`).join(''))
    return config.unicode ? text : asciiText(text)
  }
  let hasBar = false
  const eraseBar = (): void => {
    if (hasBar) stderr.write(eraseLine)
    hasBar = false
  }
  const drawBar = (text: string): void => {
    stderr.write(eraseLine + spelled([text]).trimEnd())
    hasBar = text !== ''
  }
  return {
    print: (lines) => {
      eraseBar()
      stdout.write(spelled(lines))
    },
    drained: async () => {
      if (stdout.writableLength > 0) await once(stdout, 'drain', { signal })
      else await setImmediate(undefined, { signal })
    },
    printData: (pieces) => {
      for (const piece of pieces) stdout.write(config.output.isTerminal ? plain(piece) : piece)
    },
    printDocument: (document) => void stdout.write(`${printableJson(JSON.stringify(document))}\n`),
    complain: (lines) => {
      eraseBar()
      stderr.write(spelled(lines))
    },
    program: config.program,
    screen: makeScreen(config.columns, config.output),
    errorScreen: makeScreen(config.columns, config.errors),
    dataDirectory: config.dataDirectory,
    databaseUrl: config.databaseUrl,
    passwordMinLength: config.passwordMinLength,
    priceFolder: join(config.dataDirectory, 'prices'),
    today: today(),
    readSecret: secretReader({ input: stdin, errors: stderr, signal }),
    readInput: () => buffer(addAbortSignal(signal, stdin)),
    progressLine: config.errors.isTerminal && config.movesCursor ? drawBar : null,
    clock: () => performance.now(),
    signal,
    endAtOnce: () => interrupts.letThrough(),
  }
}

/** By the calendar on the user's wall: a period may end on it. */
function today(): number {
  const now = new Date()
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Whoever read our output may stop at any time, as `head` does; that is no fault. */
export function endQuietlyWhenPipeCloses(): void {
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') process.stderr.write(`portofino: cannot write the result: ${fault.message}\n`)
    process.exit(fault.code === 'EPIPE' ? exitCode.done : exitCode.internalFault)
  })
  process.stderr.on('error', () => {})
}
