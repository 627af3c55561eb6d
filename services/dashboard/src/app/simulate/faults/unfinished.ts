import type { Fault, Range } from './faults.ts'

/** How the text is being written at this moment. */
export interface Writing {
  text: string
  /** Null while the editor has no focus: then nothing is being written. */
  caret: number | null
  /** A key was typed just now. */
  isTyping: boolean
  /** Something is offered that would go on from the word at the caret. */
  hasCandidates: boolean
  /** The weights leave something of what they have to add up to. */
  isShort: boolean
}

export interface Judgment {
  /** What is wrong, to be told. */
  told: Fault[]
  /** What is only not there yet. */
  unfinished: Fault[]
}

const periodIsMissing = 'E114'
const sumIsWrong = 'E120'
const emptyCommand = 'E100'
const noLeg = 'E112'

/**
 * Tells faults from what is only not finished, so that nobody is corrected in the middle of a word: what touches the word at the caret
 * while it is typed or can still become something, and what is missing after a caret at the end.
 */
export function judge(faults: readonly Fault[], writing: Writing): Judgment {
  const errors = faults.filter(({ severity }) => severity === 'error')
  const word = wordAt(writing)
  const isOpenWord = word !== null && (writing.hasCandidates || writing.isTyping)
  const touches = ({ start, end }: Range): boolean => isOpenWord && start <= word.end && end >= word.start
  const isWordUnfinished = errors.some((fault) => isOfPlace(fault) && touches(fault))
  const isAtEnd = writing.caret !== null && writing.text.slice(writing.caret).trim() === ''
  const hasPeriod = !errors.some(({ code }) => code === periodIsMissing)
  const isPending = (fault: Fault): boolean => {
    if (fault.severity !== 'error') return false
    if (fault.code === emptyCommand) return true
    if (fault.code === periodIsMissing || fault.code === noLeg) return isAtEnd
    if (fault.code === sumIsWrong) return writing.isShort && isAtEnd && (!hasPeriod || isWordUnfinished || touches(fault))
    return touches(fault)
  }
  return { told: faults.filter((fault) => !isPending(fault)), unfinished: faults.filter(isPending) }
}

/** Whether a fault is about what stands there, not about what all legs come to. */
function isOfPlace({ code }: Fault): boolean {
  return ![sumIsWrong, periodIsMissing, noLeg, emptyCommand].includes(code)
}

/** The word that ends at the caret. */
function wordAt({ text, caret }: Writing): Range | null {
  if (caret === null || /\S/.test(text.slice(caret, caret + 1))) return null
  const start = /\S*$/.exec(text.slice(0, caret))!.index
  return start === caret ? null : { start, end: caret }
}
