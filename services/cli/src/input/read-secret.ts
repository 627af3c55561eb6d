import { buffer } from 'node:stream/consumers'
import { createInterface } from 'node:readline/promises'
import { Writable, addAbortSignal } from 'node:stream'
import type { ReadStream } from 'node:tty'

export interface SecretStreams {
  input: ReadStream
  /** Where the question goes. */
  errors: NodeJS.WritableStream
  signal: AbortSignal
}

/**
 * Asks at the terminal without showing what is typed. Where there is no terminal, the first line of the input answers every question, so
 * that a script gives a password once.
 */
export function secretReader({ input, errors, signal }: SecretStreams): (question: string) => Promise<string> {
  let line: Promise<string> | null = null
  return async (question) => {
    if (!input.isTTY) {
      line ??= firstLine(addAbortSignal(signal, input))
      return line
    }
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    const reader = createInterface({ input, output: nowhere, terminal: true })
    // The terminal hands Ctrl-C over as a key now.
    reader.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    // Only now: what is typed from here on is not shown.
    errors.write(question)
    try {
      return await reader.question('', { signal })
    } finally {
      reader.close()
      errors.write('\n')
    }
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const text = (await buffer(input)).toString('utf8')
  return text.split(/\r?\n/, 1)[0] ?? ''
}
