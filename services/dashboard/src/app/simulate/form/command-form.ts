import { tokens } from '@portofino/strategy'
import type { ColorToken, Edit } from '@portofino/strategy'
import type { Range } from '../faults/faults.ts'

/** A part of the command that a field shows. */
export interface FormPiece extends Range {
  text: string
}

export interface FormLeg extends Range {
  ticker: FormPiece
  side: FormPiece
  weight: FormPiece
}

export interface FormOption extends Range {
  key: string
  value: FormPiece
}

/** What the form can show of a command, finished or not. All else stays in the text as it is. */
export interface CommandForm {
  legs: FormLeg[]
  /** The first is the start, the second the end. */
  dates: FormPiece[]
  options: FormOption[]
  /** Where something new may be added: after the last word that is no comment. */
  end: number
  legsEnd: number
}

/** Reads the legs, dates and options outside of brackets and comments. */
export function readForm(text: string): CommandForm {
  const words = wordsOf(text)
  const legs = words.flatMap((word) => legOf(word, text) ?? [])
  const options = words.flatMap((word) => optionOf(word, text) ?? [])
  const dates = words.flatMap((word) => word.flatMap((token) => (token.kind === 'date' ? [pieceOf(text, token)] : [])))
  const end = words.at(-1)?.at(-1)?.end ?? text.trimEnd().length
  return { legs, dates, options, end, legsEnd: legs.at(-1)?.end ?? 0 }
}

/** Tokens that belong together: white space ends a word, but not inside of brackets. */
function wordsOf(text: string): ColorToken[][] {
  const words: ColorToken[][] = []
  let depth = 0
  let end = -1
  for (const token of tokens(text)) {
    if (token.kind === 'comment') continue
    if (depth === 0 && token.start !== end) words.push([])
    words.at(-1)?.push(token)
    depth = Math.max(0, depth + depthChange(text.slice(token.start, token.end)))
    end = token.end
  }
  return words
}

function depthChange(text: string): number {
  if (text === '(') return 1
  return text === ')' ? -1 : 0
}

function pieceOf(text: string, { start, end }: Range): FormPiece {
  return { start, end, text: text.slice(start, end) }
}

const legKinds = ['instrument', 'cash', 'long', 'short', 'weight']

function legOf(word: readonly ColorToken[], text: string): FormLeg | null {
  const [first] = word
  if (first === undefined || first.kind === 'key' || !word.some(({ kind }) => legKinds.includes(kind))) return null
  const hyphens = word.filter(({ kind, start, end }) => kind === 'punctuation' && text.slice(start, end) === '-')
  const [one, two] = hyphens.slice(-2)
  const end = word.at(-1)!.end
  if (one === undefined || two === undefined) return null
  return {
    start: first.start,
    end,
    ticker: pieceOf(text, { start: first.start, end: one.start }),
    side: pieceOf(text, { start: one.end, end: two.start }),
    weight: pieceOf(text, { start: two.end, end }),
  }
}

function optionOf(word: readonly ColorToken[], text: string): FormOption | null {
  const [key, equals] = word
  if (key?.kind !== 'key' || equals === undefined) return null
  const end = word.at(-1)!.end
  return { start: key.start, end, key: pieceOf(text, key).text, value: pieceOf(text, { start: equals.end, end }) }
}

/** What a field may write: one word. */
export function oneWord(typed: string): string {
  return typed.replace(/[\s#|()]+/g, '')
}

export function replaced({ start, end }: Range, text: string): Edit[] {
  return [{ start, end, text }]
}

/** Takes a word away, with the blanks after it, or at the end those before it. */
export function removed({ start, end }: Range, text: string): Edit[] {
  const after = /^[ \t]+(?=\S)/.exec(text.slice(end))?.[0].length ?? 0
  const before = after > 0 ? 0 : /[ \t]*$/.exec(text.slice(0, start))![0].length
  return [{ start: start - before, end: end + after, text: '' }]
}

/** Writes a new word after the given place. */
export function inserted(at: number, word: string): Edit[] {
  return [{ start: at, end: at, text: at === 0 ? `${word} ` : ` ${word}` }]
}

/** A new leg, after the last one. */
export function addedLeg({ legsEnd }: CommandForm, leg: string): Edit[] {
  return inserted(legsEnd, leg)
}

/** The start (0) or the end (1) of the period; an empty text takes it away. */
export function changedDate(form: CommandForm, index: 0 | 1, { typed, text }: { typed: string; text: string }): Edit[] {
  const date = form.dates[index]
  if (date === undefined) return typed === '' ? [] : inserted(form.dates[0]?.end ?? form.legsEnd, typed)
  const isJoined = text.slice(date.end, date.end + 2) === '..' || text.slice(date.start - 2, date.start) === '..'
  return typed === '' && !isJoined ? removed(date, text) : replaced(date, typed)
}

/** Sets an option, or takes it away with null; a default writes nothing. */
export function changedOption(form: CommandForm, key: string, { value, text }: { value: string | null; text: string }): Edit[] {
  const option = form.options.find((each) => each.key === key)
  if (option === undefined) return value === null ? [] : inserted(form.end, `${key}=${value}`)
  return value === null ? removed(option, text) : replaced(option.value, value)
}

/** Every leg gets the same share; a benchmark's do not change. */
export function sharedEqually({ legs }: CommandForm): Edit[] {
  return legs.map(({ weight }) => ({ start: weight.start, end: weight.end, text: equalShare(legs.length) }))
}

/** `25%` where that is exact, else `1/3`. */
function equalShare(count: number): string {
  const percent = 100 / count
  return Number.isInteger(percent * 100) ? `${percent}%` : `1/${count}`
}

/** The weight that a new leg begins with: what the others leave, nothing when they leave nothing. */
export function missingWeight({ gross, required }: { gross: string; required: string }): string {
  const missing = Number(required) - Number(gross)
  return missing > 0 ? `${Number(missing.toFixed(4))}%` : ''
}
