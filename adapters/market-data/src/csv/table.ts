import { decodedText } from './decoded-text.ts'
import type { FaultList } from './fault-list.ts'

/** A checked CSV file: every row has as many cells as the header; row k stands on line k + 2. */
export interface Table {
  file: string
  header: string[]
  rows: string[][]
}

export interface TableFile {
  file: string
  bytes: Uint8Array
  /** Its length or digest is known to be right, so that it ends where it should. */
  isWhole: boolean
  /** A header without rows says something: there were no events. */
  mayBeBare?: boolean
}

/** Reads comma-separated text (RFC 4180, without line breaks inside quotes). Null with the reasons among the faults. */
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
  const isEnded = lines.at(-1) === ''
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  const table = { file, header, rows: lines.slice(1).map(cells) }
  const before = faults.count
  reportRows(table, { isEnded, isWhole }, faults)
  if (table.rows.length === 0 && !mayBeBare) faults.add(file, 1, 'there is no row below the header; export the file again')
  return faults.count > before ? null : table
}

function reportRows(
  { file, header, rows }: Table,
  { isEnded, isWhole }: { isEnded: boolean; isWhole: boolean },
  faults: FaultList,
): void {
  const before = faults.count
  const last = rows.length - 1
  rows.forEach((row, k) => {
    const isCut = k === last && !isEnded && row.length < header.length
    const fault = isCut ? cutRow : rowFault(row, header.length)
    if (fault !== null) faults.add(file, k + 2, fault)
  })
  if (faults.count === before && !isEnded && !isWhole) faults.add(file, rows.length + 1, unendedRow)
}

const cutRow = 'the file ends in the middle of this line; export it again'
const unendedRow =
  'the file ends without a line break, so its last number may be cut; export it again, or end the line if it is whole'

function headerCells(line: string): string[] | string {
  const header = cells(line)
  if (header.length > 1) {
    const twice = header.find((name, k) => header.indexOf(name) < k)
    return twice === undefined ? header : `the column "${twice}" appears twice; remove one`
  }
  const other = [...otherDelimiters].find(([character]) => line.includes(character))
  if (other !== undefined)
    return `the columns are separated by ${other[1]}; separate them by commas and write decimals with a point`
  return `the header must name columns, such as date,close, got ${JSON.stringify(line.slice(0, 40))}`
}

const otherDelimiters = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
])

function rowFault(row: string[], columns: number): string | null {
  if (row.length === columns) return null
  if (row.length === 1 && row[0] === '') return 'the line is empty; remove it'
  const advice =
    row.length > columns
      ? 'write decimals with a point and no thousands separators, and put text that holds a comma in quotes'
      : 'add what is missing or remove the line'
  return `the line has ${row.length === 1 ? '1 column' : `${row.length} columns`}, the header ${columns}; ${advice}`
}

/** A quote that is never closed makes the rest of the line one cell, which then is no number or leaves too few cells. */
function cells(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const found: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/gy
  for (;;) {
    const match = cell.exec(line)
    if (match === null) return [...found, line]
    found.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    if (match[3] === '') return found
  }
}
