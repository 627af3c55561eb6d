import { resolve } from 'node:path'
import type { OutcomeDocument } from '@portofino/optimizer'
import { commandOutcome } from '@portofino/simulator'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { failureInWords } from '../optimization/answer-in-words.ts'
import { askedQuestion, type Question } from '../optimization/asked-question.ts'
import { type CornerList, cornerCsv } from '../optimization/corner-list.ts'
import { estimateOptions } from '../optimization/estimate-options.ts'
import { limitOptions } from '../optimization/limit-options.ts'
import { answerProblemFile } from '../optimization/problem-file.ts'
import { writeFileWhole } from '../output/write-file-whole.ts'
import type { Surroundings } from '../surroundings.ts'
import { counted } from '../terminal/numbers.ts'
import { plain } from '../terminal/printable.ts'
import { dataOption, dialectOption } from './command-options.ts'
import { complainAbout, faultyDocument } from './faults.ts'
import { refused } from './optimize.ts'

const name = 'frontier'

const usage: Usage = {
  name,
  form: '"SYMBOLS PERIOD" [options]',
  summary:
    'Lists every corner of the efficient frontier, from the least volatility to the highest return: nothing is sampled, and between two corners weights are linear.',
  details: [
    'Instruments, period, limits and estimates are as in optimize. λ is what return counts against risk: a corner is the optimum of ½·variance − λ·return from its λ up to the next corner’s.',
  ],
  options: [
    ...limitOptions,
    ...estimateOptions,
    { name: 'json', meaning: 'print one JSON document with full precision instead' },
    { name: 'csv', value: 'FILE', meaning: 'write the corners with full precision to a CSV file instead; - is standard output' },
    {
      name: 'problem',
      value: 'FILE',
      meaning: 'the JSON form of a problem; of many, one a line, each gives one JSON document; - is standard input',
    },
    dataOption,
    dialectOption,
  ],
  examples: [
    'portofino frontier "AAPL MSFT KO XOM 2015 2022" --max 40% --risk-free 2%',
    'portofino frontier "AAPL MSFT KO XOM 2015 2022" --csv -',
  ],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  if (given.has('json') && given.has('csv')) throw new WrongUse('--json and --csv exclude each other; give one of them', name)
  const file = given.value('problem')
  if (file !== null) return ofFile(file, given, surroundings)
  if (given.positionals.length === 0) {
    throw new WrongUse('no instruments given; write them and a period in quotes, or use --problem', name)
  }
  try {
    const question = await askedQuestion({ given, surroundings, command: name, limited: true, ask: wholeFrontier })
    if (question.kind === 'question') return await deliver(commandOutcome(question, question), { question, given, surroundings })
    const { text, diagnostics } = question
    if (given.has('json')) surroundings.printDocument(await faultyDocument(text, diagnostics))
    complainAbout({ text, diagnostics, place: null }, surroundings)
    return exitCode.faultyCommand
  } catch (fault) {
    return refused(fault, given, surroundings)
  }
}

function wholeFrontier(): { objective: string } {
  return { objective: 'frontier' }
}

async function ofFile(file: string, given: Arguments, surroundings: Surroundings): Promise<number> {
  const other = [...limitOptions, ...estimateOptions].find((option) => given.has(option.name))
  if (other !== undefined) throw new WrongUse(`--${other.name} is part of the file with --problem; write it there`, name)
  return answerProblemFile(
    {
      file,
      command: name,
      question: frontierOf,
      ...(given.has('csv') ? { oneOnly: '--csv writes the corners of one problem, not of many' } : {}),
      deliver: async (outcome) => deliver(outcome, { question: null, given, surroundings }),
    },
    surroundings,
  )
}

/** The problem of a document with another question. */
function frontierOf(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  return { ...document, objective: 'frontier', params: {} }
}

interface Delivery {
  /** Null for a problem from a file. */
  question: Question | null
  given: Arguments
  surroundings: Surroundings
}

async function deliver(outcome: OutcomeDocument, { question, given, surroundings }: Delivery): Promise<number> {
  if (given.has('json')) {
    surroundings.printDocument(outcome)
    return exitCode.done
  }
  const csv = given.value('csv')
  if (csv !== null && 'corners' in outcome) return writeCsv(cornersIn(outcome, outcome.corners), csv, surroundings)
  if (csv !== null) {
    const reason = failureInWords(outcome, { assets: outcome.assets ?? [], written: question?.document ?? null })
    surroundings.complain([`portofino: no corners to write: ${plain(reason ?? outcome.status)}`])
    return exitCode.done
  }
  const { frontierPage } = await import('../optimization/frontier-page.ts')
  surroundings.print(frontierPage({ outcome, question }, surroundings.screen))
  return exitCode.done
}

/** Assets without labels go by their numbers. */
function cornersIn({ assets }: OutcomeDocument, corners: CornerList['corners']): CornerList {
  return { corners, assets: assets ?? (corners[0]?.weights ?? []).map((_, asset) => `asset ${asset}`) }
}

async function writeCsv(list: CornerList, file: string, { print, printData }: Surroundings): Promise<number> {
  if (file === '-') printData(cornerCsv(list))
  else {
    await writeFileWhole(file, { pieces: cornerCsv(list), command: name })
    print([`${counted(list.corners.length, 'corner')} written to ${resolve(file)}.`])
  }
  return exitCode.done
}

export const frontierCommand: Command = { usage, run }
