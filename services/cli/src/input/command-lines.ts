import { readFile } from 'node:fs/promises'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Surroundings } from '../surroundings.ts'
import { fileFault } from './file-fault.ts'

export interface CommandLine {
  /** From 1. */
  line: number
  text: string
}

/** The commands of a file, or of standard input for `-`. Throws `WrongUse` when the file cannot be read as text. */
export async function readCommandLines(
  file: string,
  { command, readInput }: Pick<Surroundings, 'readInput'> & { command: string },
): Promise<CommandLine[]> {
  const place = file === '-' ? 'standard input' : file
  const bytes = file === '-' ? await readInput() : await readBytes(file, command)
  const lines = commandLines(decoded(bytes, { place, command }))
  if (lines.length === 0) throw new WrongUse(`${place} has no commands; write one a line`, command)
  return lines
}

/** One command a line; blank lines and lines that begin with # hold none. */
export function commandLines(text: string): CommandLine[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter(({ text: command }) => command.trim() !== '' && !command.trimStart().startsWith('#'))
}

async function readBytes(file: string, command: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (fault) {
    throw new WrongUse(`cannot read ${file}: ${fileFault(fault)}`, command)
  }
}

function decoded(bytes: Uint8Array, { place, command }: { place: string; command: string }): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new WrongUse(`${place} is UTF-16 text; save it as UTF-8`, command)
  }
  try {
    // Drops a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new WrongUse(`${place} is not UTF-8 text; save it as UTF-8`, command)
  }
}
