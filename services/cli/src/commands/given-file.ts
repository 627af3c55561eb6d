import { resolve } from 'node:path'
import type { Arguments } from '../arguments/read-arguments.ts'
import { WrongUse } from '../arguments/wrong-use.ts'

/** The one file that a command takes, absolute. */
export function givenFile({ positionals }: Arguments, command: string): string {
  const [file, ...others] = positionals
  if (file === undefined) throw new WrongUse('no file given; write its name behind', command)
  if (others.length > 0) throw new WrongUse(`one file at a time, got ${positionals.length}`, command)
  return resolve(file)
}
