import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { ResultDocument } from '@portofino/simulator'
import { parseCsv } from 'hucre/csv'
import { expectedCells } from './expected-cells.ts'
import { inventedDocument, richCommand } from './invented-document.ts'
import { lacksLibreOffice, lacksOpenpyxl, openWithLibreOffice, openWithOpenpyxl } from './opened-workbook.ts'
import type { OpenedCell, OpenedSheet, OpenedWorkbook } from './opened-workbook.ts'
import { reportWorkbook } from './report-workbook.ts'

const createdAt = new Date('2021-03-04T05:06:07Z')
const hostile = ['=1+1', '+1', '-1+2', '@SUM(A1)', '=HYPERLINK("http://example.com","x")', '#REF!', '_x0041_', ' a & <b> "c" ']

const span = { start: 0, end: 0, utf8_start: 0, utf8_end: 0 }

/** A document whose every free text is made to be mistaken for something else. */
function hostileDocument(document: ResultDocument): ResultDocument {
  const [leg] = document.legs
  const [policy] = document.policies
  return {
    ...document,
    legs: hostile.map((name) => ({ ...leg!, name })),
    notes: hostile.map((message) => ({ code: 'W210', severity: 'warning', message, span, related: [], expected: [], fixes: [] })),
    policies: [...document.policies, ...hostile.map((value) => ({ ...policy!, value }))],
    benchmark: { ...document.benchmark!, label: hostile[0]! },
    data_source: hostile[0]!,
    command: hostile[4]!,
  }
}

const document = inventedDocument(richCommand)
const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

describe('a report opened with openpyxl', { skip: lacksOpenpyxl() }, () => {
  let opened: OpenedWorkbook
  let attacked: OpenedWorkbook
  before(async () => {
    opened = openWithOpenpyxl(await reportWorkbook(document, { createdAt, title: 'My run' }))
    attacked = openWithOpenpyxl(await reportWorkbook(hostileDocument(document), { createdAt, title: '=1+1' }))
  })

  const sheet = (name: string): OpenedSheet => opened.sheets[name]!

  test('holds every figure of the document to the last bit, dates as dates', () => {
    for (const { sheet: name, row, column, rows } of expectedCells(document)) {
      const cells = new Map(sheet(name).cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
      for (const [down, values] of rows.entries()) {
        for (const [right, expected] of values.entries()) {
          const cell = cells.get(`${row + down},${column + right}`)
          const place = `${name}, row ${row + down}, column ${column + right}`
          assert.equal(
            isDate(expected) ? String(cell?.value).slice(0, 10) : cell?.value,
            expected === null ? '—' : expected,
            place,
          )
          if (expected !== undefined) assert.equal(cell?.type, typeOf(expected), place)
        }
      }
    }
  })

  test('has no formula and no error, and counts days in the 1900 system', () => {
    for (const { sheets, epoch } of [opened, attacked]) {
      assert.deepEqual(
        Object.values(sheets).flatMap(({ cells }) => cells.filter(({ type }) => !'nsd'.includes(type))),
        [],
      )
      assert.equal(epoch, '1899-12-30T00:00:00')
    }
  })

  test('shows percentages as percentages, and money with the sign of its currency', () => {
    const formats = (name: string, column: number): Set<string> =>
      new Set(
        sheet(name)
          .cells.filter((cell) => cell.column === column && cell.row > 4)
          .map(({ format }) => format),
      )
    assert.deepEqual([...formats('Portfolio value', 2)], ['[$€-2]#,##0.00;-[$€-2]#,##0.00'])
    assert.deepEqual([...formats('Daily returns', 2)], ['+#,##0.00%;-#,##0.00%;0.00%'])
    assert.deepEqual([...formats('Portfolio value', 1)], ['yyyy-mm-dd'])
    const metrics = sheet('Metrics').cells
    const percents = new Set(metrics.filter(({ value }) => value === 'percent').map(({ row }) => row))
    for (const { row, column, format, type } of metrics) {
      if (row > 4 && column === 3 && type === 'n') assert.equal(format.includes('%'), percents.has(row), `row ${row}`)
    }
  })

  test('draws native charts from cells with numbers', () => {
    const kinds = Object.entries(opened.sheets).flatMap(([name, { charts }]) =>
      charts.map(({ kind, direction }) => [name, kind, direction].join(' ').trim()),
    )
    assert.deepEqual(kinds, [
      'Summary LineChart',
      'Portfolio value LineChart',
      'Drawdowns LineChart',
      'Rolling LineChart',
      'Rolling LineChart',
      'Rolling LineChart',
      'Exposure LineChart',
      'Contribution BarChart bar',
      'Distribution BarChart col',
    ])
    for (const { references } of Object.values(opened.sheets).flatMap(({ charts }) => charts)) {
      for (const reference of references) assertDrawn(reference, opened)
    }
  })

  /** Row 4 would be repeated over tables that stand lower. */
  const byMonth = `$${27 + document.attribution.years.length}`
  const otherTitles: Record<string, string | null> = {
    Holdings: null,
    Contribution: `${byMonth}:${byMonth}`,
    'Policies and notes': null,
    Definitions: null,
  }

  test('keeps its heads in sight and on every page, and leads to every sheet', () => {
    for (const [name, { freeze, printTitles }] of Object.entries(opened.sheets)) {
      if (name === 'Summary') continue
      assert.match(freeze!, /^[AB]5$/, name)
      assert.equal(printTitles, name in otherTitles ? otherTitles[name] : '$4:$4', name)
    }
    assert.deepEqual(
      sheet('Summary').links,
      Object.keys(opened.sheets)
        .slice(1)
        .map((name) => `'${name}'!A1`),
    )
  })

  test('prints of a long series what stands on one page with its charts, of all else everything', () => {
    const areas = Object.entries(opened.sheets).flatMap(([name, { printArea }]) =>
      printArea === null ? [] : [[name, printArea]],
    )
    const periods = document.tearsheet.years.length + document.tearsheet.months.length
    assert.deepEqual(Object.fromEntries(areas), {
      'Portfolio value': "'Portfolio value'!$A$1:$N$40",
      'Daily returns': "'Daily returns'!$A$1:$C$64",
      'Cumulative returns': "'Cumulative returns'!$A$1:$C$64",
      Drawdowns: `'Drawdowns'!$A$1:$L$${27 + 2 * document.tearsheet.drawdowns.length}`,
      Rolling: "'Rolling'!$A$1:$Q$56",
      Exposure: `'Exposure'!$A$1:$N$${23 + document.tearsheet.months.length}`,
      Contribution: `'Contribution'!$A$1:$M$${27 + periods}`,
      Distribution: `'Distribution'!$A$1:$M$${4 + document.tearsheet.distribution.counts.length}`,
    })
  })

  test('says in its properties what it is', () => {
    assert.deepEqual(opened.properties, { title: 'My run', creator: 'PortoFino', created: '2021-03-04T05:06:07' })
  })

  test('keeps texts that look like formulas, errors or escapes as they are', () => {
    for (const text of hostile) {
      for (const name of ['Holdings', 'Policies and notes', 'Definitions'])
        assert.ok(textsOf(attacked.sheets[name]!).includes(text), `${name}: ${text}`)
    }
    assert.ok(textsOf(attacked.sheets['Summary']!).includes(hostile[4]!))
  })
})

function textsOf({ cells }: OpenedSheet): (string | number)[] {
  return cells.filter(({ type }) => type === 's').map(({ value }) => value)
}

function typeOf(expected: string | number | null): OpenedCell['type'] {
  if (typeof expected === 'number') return 'n'
  return isDate(expected) ? 'd' : 's'
}

/** The last cell is a number, and none is a text, which would be drawn as zero. */
function assertDrawn(reference: string, { sheets }: OpenedWorkbook): void {
  const [, name, column, from, to] = /^'(.+)'!\$([A-Z])\$(\d+):\$\2\$(\d+)$/.exec(reference)!
  const types = new Map(
    sheets[name!]!.cells.filter((cell) => cell.column === column!.charCodeAt(0) - 64).map(({ row, type }) => [row, type]),
  )
  assert.equal(types.get(Number(to)), 'n', reference)
  for (let row = Number(from); row < Number(to); row++) assert.notEqual(types.get(row), 's', `${reference}, row ${row}`)
}

describe('a report opened with LibreOffice', { skip: lacksLibreOffice() }, () => {
  test('holds every figure of the document, dates as dates', async () => {
    const opened = openWithLibreOffice(await reportWorkbook(document, { createdAt }))
    assert.equal(opened.size, 15)
    for (const { sheet, row, column, rows } of expectedCells(document)) {
      const lines = parseCsv(opened.get(sheet)!, { delimiter: ',' })
      for (const [down, values] of rows.entries()) {
        for (const [right, expected] of values.entries()) {
          const shown = String(lines[row + down - 1]?.[column + right - 1] ?? '')
          assertShown(shown, expected, `${sheet}, row ${row + down}, column ${column + right}`)
        }
      }
    }
  })

  test('computes nothing from texts', async () => {
    const opened = openWithLibreOffice(await reportWorkbook(hostileDocument(document), { createdAt, title: '=1+1' }))
    const names = parseCsv(opened.get('Holdings')!, { delimiter: ',' }).map((line) => line[1])
    assert.deepEqual(names.slice(4, 4 + hostile.length), hostile)
  })
})

/** LibreOffice writes fifteen digits. */
function assertShown(shown: string, expected: string | number | null | undefined, place: string): void {
  if (typeof expected !== 'number') return assert.equal(shown, expected === null ? '—' : (expected ?? ''), place)
  const value = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown)
  assert.ok(
    shown !== '' && Math.abs(value - expected) <= 1e-14 * Math.max(1, Math.abs(expected)),
    `${place}: ${shown} is not ${expected}`,
  )
}
