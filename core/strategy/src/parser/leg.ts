import type { Fraction } from '@portofino/numeric'
import type { Fix } from '../diagnostic.ts'
import type { Subject, Weight } from '../tree.ts'
import { noteCase, readInstrument } from './instrument.ts'
import { isLegLike, legShape } from './leg-shape.ts'
import type { LegShape } from './leg-shape.ts'
import { nearest } from './nearest.ts'
import type { Part } from './part.ts'
import { plannedSweep } from './planned.ts'
import type { Report } from './report.ts'
import { readWeight, weightForms } from './weight.ts'

/** A leg as far as it could be read: faults that have a plain mend are read as mended. */
export interface DraftLeg {
  part: Part
  subject: Subject
  side: 'L' | 'S'
  weight: Weight
  /** Exact share of one; null for `*`. */
  share: Fraction | null
  weightPart: Part
}

/**
 * Reads a token that was meant as a leg. Undefined when it was not; null when it was, but no weight could be read; both
 * times no sum of weights makes sense.
 */
export function readLeg(part: Part, report: Report): DraftLeg | null | undefined {
  const shape = legShape(part.text)
  if (shape === null || !isLegLike(part.text, shape)) return undefined
  if (!refuseModifiers(part, shape, report)) return null
  const { subjectPart, side } = readSide(part, shape, report)
  const isSide = /^[LS]$/i.test(part.text.slice(shape.sideStart, shape.sideEnd))
  noteCase(isSide ? part.slice(0, shape.sideEnd) : subjectPart, report)
  const subject = readSubject(subjectPart, report)
  const weightPart = part.slice(shape.weightStart, shape.weightEnd)
  const read = readWeight(weightPart, part.text.slice(0, shape.weightStart), report)
  if (read === null) return null
  if (subject.kind === 'cash' && side === 'S') {
    const edits = [part.slice(shape.sideStart, shape.sideEnd).replacedBy('L')]
    report(
      'E123',
      {},
      { span: part.slice(shape.sideStart, shape.sideEnd).span, fixes: [{ title: `$CASH-L-${weightPart.text}`, edits }] },
    )
  }
  return { part, subject, side, ...read, weightPart }
}

function readSubject(part: Part, report: Report): Subject {
  if (part.text.toUpperCase() === '$CASH') return { kind: 'cash', span: part.span }
  const instrument = readInstrument(part, report)
  if (instrument.symbol === 'CASH' && instrument.market === null) report('N403', {}, { span: part.span })
  return instrument
}

/** False when the square brackets stand in the place of the weight, so that none is left. */
function refuseModifiers(part: Part, { weightStart, weightEnd }: LegShape, report: Report): boolean {
  if (weightEnd === part.text.length) return true
  const modifiers = part.slice(weightEnd)
  const name = /^\[\s*([a-z]+)/.exec(modifiers.text)?.[1]
  if (name === undefined && weightStart === weightEnd) {
    report('E190', { feature: 'a sweep' }, { span: modifiers.span, expected: weightForms, help: plannedSweep })
    return false
  }
  const feature = name === undefined ? 'a modifier' : `the modifier ${name}`
  const fixes = weightStart === weightEnd ? [] : [{ title: part.text.slice(0, weightEnd), edits: [modifiers.replacedBy('')] }]
  report('E190', { feature }, { span: modifiers.span, fixes, help: 'modifiers are planned; this version has none' })
  return true
}

interface ReadSide {
  subjectPart: Part
  side: 'L' | 'S'
}

function readSide(part: Part, shape: LegShape, report: Report): ReadSide {
  const sidePart = part.slice(shape.sideStart, shape.sideEnd)
  const subjectPart = part.slice(0, shape.subjectEnd)
  const upper = sidePart.text.toUpperCase()
  if (upper === 'L' || upper === 'S') return { subjectPart, side: upper }
  const negative = upper === '' ? /^(.+)-([LS])$/i.exec(subjectPart.text) : null
  if (negative !== null) return readNegative(part, shape, { subject: negative[1]!, side: negative[2]!.toUpperCase(), report })
  return readUnknownSide(part, shape, report)
}

function readUnknownSide(part: Part, shape: LegShape, report: Report): ReadSide {
  const sidePart = part.slice(shape.sideStart, shape.sideEnd)
  const subjectPart = part.slice(0, shape.subjectEnd)
  const sides = likelySides(sidePart.text.toUpperCase())
  const fixes = sideFixes(part, shape, sides)
  report('E107', { x: sidePart.text }, { span: sidePart.span, expected: ['L', 'S'], fixes })
  if (isSideFirst(subjectPart.text, sidePart.text))
    return { subjectPart: sidePart, side: likelySides(subjectPart.text.toUpperCase())[0]! }
  const isTail = isTickerTail(sidePart.text, sides)
  return { subjectPart: isTail ? part.slice(0, shape.sideEnd) : subjectPart, side: sides[0]! }
}

function sideFixes(part: Part, shape: LegShape, sides: readonly ('L' | 'S')[]): Fix[] {
  const sidePart = part.slice(shape.sideStart, shape.sideEnd)
  const subject = part.text.slice(0, shape.subjectEnd)
  const weight = part.text.slice(shape.weightStart)
  const replaced = sides.map((side) => ({ title: `${subject}-${side}-${weight}`, edits: [sidePart.replacedBy(side)] }))
  const inserted = sidePart.text === '' || sides.length === 1 ? [] : insertedSides(part, shape)
  if (isSideFirst(subject, sidePart.text)) {
    const title = `${sidePart.text}-${likelySides(subject.toUpperCase())[0]}-${weight}`
    return [{ title, edits: [part.replacedBy(title)] }, ...inserted.slice(0, 1)]
  }
  if (!isTickerTail(sidePart.text, sides)) return [...replaced, ...inserted.slice(0, 1)]
  return nearest(sidePart.text, ['LONG', 'SHORT']).length > 0 ? [...inserted, ...replaced] : inserted
}

/** `L-AAPL-50%`. */
function isSideFirst(subject: string, side: string): boolean {
  return /^(L|S|LONG|SHORT|BUY|SELL)$/i.test(subject) && /[A-Z]{2}/i.test(side)
}

/** `BTC-USD-50%`. */
function isTickerTail(side: string, sides: readonly ('L' | 'S')[]): boolean {
  return side.length > 1 && sides.length > 1
}

/** In `BRK-B-50%` the side is missing and what stands in its place is the ticker's tail. */
function insertedSides(part: Part, { sideEnd, weightStart }: LegShape): Fix[] {
  const at = part.slice(weightStart, weightStart)
  const title = (side: string): string => `${part.text.slice(0, sideEnd)}-${side}-${part.text.slice(weightStart)}`
  return ['L', 'S'].map((side) => ({ title: title(side), edits: [at.replacedBy(`${side}-`)] }))
}

function likelySides(word: string): ('L' | 'S')[] {
  if (/^(L|LO|LON|LONG|BUY)$/.test(word)) return ['L']
  if (/^(S|SH|SHO|SHORT|SELL)$/.test(word)) return ['S']
  return ['L', 'S']
}

/** `AAPL-L--50%`: a weight below zero, by which people mean the other side. */
function readNegative(
  part: Part,
  shape: LegShape,
  { subject, side, report }: { subject: string; side: string; report: Report },
): ReadSide {
  const other = side === 'L' ? 'S' : 'L'
  const from = subject.length + 1
  const edits = [part.slice(from, shape.weightStart).replacedBy(`${other}-`)]
  const title = `${subject}-${other}-${part.text.slice(shape.weightStart)}`
  report('E110', {}, { span: part.slice(shape.sideEnd).span, fixes: [{ title, edits }] })
  return { subjectPart: part.slice(0, subject.length), side: other }
}
