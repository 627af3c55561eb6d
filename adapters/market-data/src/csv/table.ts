import { echo } from '../plain-text.ts'
import { decodedText } from './decoded-text.ts'
import type { FaultList } from './fault-list.ts'

/** A CSV file: row k stands on line k + 2 and has as many cells as the header; it is null when it has a fault of its own. */
export interface Table {
  file: string
  header: readonly string[]
  /** Where each column stands. */
  positions: ReadonlyMap<string, number>
  rows: readonly (readonly string[] | null)[]
}

export interface TableFile {
  file: string
  bytes: Uint8Array
  /** Its length or digest is known to be right, so that it ends where it should. */
  isWhole: boolean
  /** A header without rows says something: there were no events. */
  mayBeBare?: boolean
}

/**
 * Reads comma-separated text (RFC 4180, without line breaks inside quotes). What is wrong goes to the faults; null when there are neither
 * columns nor rows to go on with.
 */
export function readTable({ file, bytes, isWhole, mayBeBare = false }: TableFile, faults: FaultList): Table | null {
  const decoded = decodedText(bytes)
  if (!('text' in decoded)) {
    faults.add(file, decoded.line, decoded.sentence)
    return null
  }
  const lines = decoded.text.split(/\r\n|\n|\r/)
  const header = headerCells(lines[0]!)
  if (typeof header === 'string') {
    faults.add(file, 1, header)
    return null
  }
  const rows = bodyRows({ file, columns: header.length, lines: lines.slice(1), isWhole }, faults)
  const isBare = rows.length === 0 && !mayBeBare
  if (isBare) faults.add(file, 1, 'there is no row below the header; export the file again')
  return isBare ? null : { file, header, positions: new Map(header.map((name, k) => [name, k])), rows }
}

interface Body {
  file: string
  columns: number
  /** Without the header; the last is empty when the file ends with a line break. */
  lines: string[]
  isWhole: boolean
}

function bodyRows({ file, columns, lines, isWhole }: Body, faults: FaultList): Table['rows'] {
  const isEnded = lines.at(-1) === ''
  while (lines.at(-1) === '') lines.pop()
  const before = faults.count
  const rows = lines.map((line, k) => {
    const row = cells(line)
    const isCut = k === lines.length - 1 && !isEnded && (row === null || row.length < columns)
    const fault = isCut ? cutRow : rowFault(row, columns)
    if (fault !== null) faults.add(file, k + 2, fault)
    return fault === null ? row : null
  })
  if (faults.count === before && !isEnded && !isWhole) faults.add(file, rows.length + 1, unendedRow)
  return rows
}

const strayQuote = 'a quotation mark is out of place; put it around a whole cell or remove it'
const cutRow = 'the file ends in the middle of this line; export it again'
const unendedRow =
  'the file ends without a line break, so its last number may be cut; export it again, or end the line if it is whole'

function headerCells(line: string): string[] | string {
  const header = cells(line)
  if (header === null) return strayQuote
  if (header.length > 1) {
    const twice = firstDouble(header)
    return twice === undefined ? header : `the column "${echo(twice)}" appears twice; remove one`
  }
  const other = [...otherDelimiters].find(([character]) => line.includes(character))
  if (other !== undefined)
    return `the columns are separated by ${other[1]}; separate them by commas and write decimals with a point`
  return `the header must name columns, such as date,close, got "${echo(line)}"`
}

function firstDouble(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

const otherDelimiters = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
])

function rowFault(row: string[] | null, columns: number): string | null {
  if (row === null) return strayQuote
  if (row.length === columns) return null
  if (row.length === 1 && row[0] === '') return 'the line is empty; remove it'
  const advice =
    row.length > columns
      ? 'write decimals with a point and no thousands separators, and put text that holds a comma in quotes'
      : 'add what is missing or remove the line'
  return `the line has ${row.length === 1 ? '1 column' : `${row.length} columns`}, the header ${columns}; ${advice}`
}

/** Null when a quotation mark is out of place. */
function cells(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',')
  const found: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y
  for (;;) {
    const match = cell.exec(line)
    if (match === null) return null
    found.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    if (match[3] === '') return found
  }
}
