import { readFile } from 'node:fs/promises'
import { documentOutcome, type OutcomeDocument, OptimizerInputError } from '@portofino/optimizer'
import { WrongUse } from '../arguments/wrong-use.ts'
import { exitCode } from '../exit-code.ts'
import { fileFault } from '../input/file-fault.ts'
import type { Surroundings } from '../surroundings.ts'
import { plain } from '../terminal/printable.ts'

export interface ProblemFile {
  /** `-` for standard input. */
  file: string
  /** Of the command line, for messages. */
  command: string
  /** What is asked about the document, where that is not the document's own question. */
  question?: (document: unknown) => unknown
  /** Why many documents cannot be answered, where they cannot. */
  oneOnly?: string
  /** Shows the outcome of a file that is one document; as one JSON document unless given. */
  deliver?: (outcome: OutcomeDocument) => Promise<number>
}

/** Answers the question of a JSON file, or each of a JSONL file on a line of its own. A line at fault leaves the others alone. */
export async function answerProblemFile(asked: ProblemFile, surroundings: Surroundings): Promise<number> {
  const { file, command, deliver, oneOnly } = asked
  const text = await textOf(asked, surroundings)
  const place = file === '-' ? 'standard input' : file
  using _ = surroundings.endAtOnce()
  if (!isList(file, text)) {
    const outcome = answered({ text, place, head: {} }, asked, surroundings)
    if (outcome === null) return exitCode.faultyCommand
    if (deliver !== undefined) return deliver(outcome)
    surroundings.printDocument(outcome)
    return exitCode.done
  }
  if (oneOnly !== undefined) throw new WrongUse(oneOnly, command)
  const lines = linesOf(text).map((line) => ({ ...line, place: `${place}:${line.head.line}` }))
  if (lines.length === 0) throw new WrongUse(`${place} has no problems; write one JSON object a line`, command)
  let code: number = exitCode.done
  for (const line of lines) {
    await surroundings.drained()
    const outcome = answered(line, asked, surroundings)
    if (outcome === null) code = exitCode.faultyCommand
    else surroundings.printDocument({ ...line.head, ...outcome })
  }
  return code
}

/** Whether each line is a document of its own: by the name, and of standard input where the first line is whole and others follow. */
function isList(file: string, text: string): boolean {
  if (file !== '-') return file.endsWith('.jsonl') || file.endsWith('.ndjson')
  const [first, second] = linesOf(text)
  return first !== undefined && second !== undefined && isJson(first.text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Those that are not blank, with their numbers. */
function linesOf(text: string): { text: string; head: { line: number } }[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line, head: { line: index + 1 } }))
    .filter((line) => line.text.trim() !== '')
}

interface Written {
  text: string
  place: string
  /** What its document begins with. */
  head: { line?: number }
}

/** The outcome; null for a document at fault, which is then told. */
function answered(
  { text, place, head }: Written,
  { question }: ProblemFile,
  { printDocument, complain }: Surroundings,
): OutcomeDocument | null {
  try {
    const document: unknown = JSON.parse(text)
    return documentOutcome(question === undefined ? document : question(document))
  } catch (fault) {
    const error = faultDocument(fault)
    printDocument({ ...head, status: 'faulty', error })
    complain([`${place}: ${plain(error.message)}`])
    return null
  }
}

export interface FaultDocument {
  code: string
  field: string | null
  index: number | null
  asset: string | null
  message: string
}

/** What stands for an outcome where a document has none. Throws what is no fault of the document. */
export function faultDocument(fault: unknown): FaultDocument {
  if (fault instanceof SyntaxError) {
    return { code: 'not_json', field: null, index: null, asset: null, message: `this is not JSON: ${fault.message}` }
  }
  if (!(fault instanceof OptimizerInputError)) throw fault
  const { code, field, index, asset, message } = fault
  return { code, field, index, asset, message }
}

async function textOf({ file, command }: ProblemFile, { readInput }: Surroundings): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await readInput() : await readFile(file)
  } catch (fault) {
    throw new WrongUse(`cannot read ${file}: ${fileFault(fault)}`, command)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new WrongUse(`${file === '-' ? 'standard input' : file} is not UTF-8 text; save it as UTF-8`, command)
  }
}
