import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ResultDocument } from '@portofino/simulator'
import { readXlsx } from 'hucre/xlsx'
import type { Sheet } from 'hucre'
import { inventedDocument, richCommand } from './invented-document.ts'
import { reportWorkbook } from './report-workbook.ts'

const rich = inventedDocument(richCommand)
const createdAt = new Date('2021-03-04T05:06:07Z')

async function sheetsOf(document: ResultDocument): Promise<Map<string, Sheet>> {
  const { sheets } = await readXlsx(await reportWorkbook(document, { createdAt }))
  return new Map(sheets.map((sheet) => [sheet.name, sheet]))
}

function textsOf(sheet: Sheet | undefined): string[] {
  return (sheet?.rows ?? []).flat().filter((value) => typeof value === 'string')
}

const fourfold = (day: number): number => (day < 40 ? 100 : 400)

describe('reportWorkbook', () => {
  test('has its sheets in the order of the tearsheet', async () => {
    const sheets = await sheetsOf(rich)
    assert.deepEqual(
      [...sheets.keys()],
      [
        'Summary',
        'Metrics',
        'Holdings',
        'Monthly returns',
        'Portfolio value',
        'Daily returns',
        'Cumulative returns',
        'Drawdowns',
        'Rolling',
        'Exposure',
        'Contribution',
        'Distribution',
        'Crisis windows',
        'Policies and notes',
        'Definitions',
      ],
    )
  })

  test('follows from the document and the options alone', async () => {
    const options = { createdAt, title: 'Mine' }
    assert.deepEqual(await reportWorkbook(rich, options), await reportWorkbook(rich, options))
  })

  test('says the command in words, with the names of the legs', async () => {
    const texts = textsOf((await sheetsOf(rich)).get('Summary'))
    assert.match(
      texts[1]!,
      /^Hold 60% AAA Inc\. \(AAA\) and 50% CCC Inc\. \(CCC\), and short 30% BBB Inc\. \(BBB\) from 5 March 2018/,
    )
    assert.ok(texts.includes(rich.command))
  })

  test('shows a command that this version cannot read as it is', async () => {
    const document = { ...rich, command: 'from a later version' }
    assert.equal(textsOf((await sheetsOf(document)).get('Summary'))[1], 'from a later version')
  })

  test('says first of a ruined run that it is ruined', async () => {
    const document = inventedDocument('AAA-S-100% 2018-01-01 2019-01-01', { close: fourfold })
    assert.equal(document.status, 'ruined')
    const texts = textsOf((await sheetsOf(document)).get('Summary'))
    assert.ok(
      texts.includes(
        'RUINED on 10 Feb 2018: the value fell to zero and €200,000 beyond. The run stopped there; everything is lost.',
      ),
    )
  })

  test('gives a dash and its reason for what is undefined', async () => {
    const document = inventedDocument('AAA-L-100% 2018-01-01 2018-12-31', { close: () => 100 })
    const sheets = await sheetsOf(document)
    const sharpe = sheets.get('Metrics')!.rows.find(([id]) => id === 'sharpe')!
    assert.deepEqual([sharpe[2], sharpe[5]], ['—', `Undefined: ${document.metric_reasons.sharpe}.`])
    const rolling = sheets.get('Rolling')!
    const full = 4 + document.series!.rolling[0]!.sessions
    assert.deepEqual([rolling.rows[full - 1]?.[1] ?? null, rolling.rows[full]?.[1]], [null, '—'])
    assert.equal(rolling.charts?.length ?? 0, 1)
  })

  test('marks a yearly rate from less than a year', async () => {
    const { rows } = (await sheetsOf(inventedDocument('AAA-L-100% 2018-01-01 2018-03-31'))).get('Metrics')!
    assert.equal(rows.find(([id]) => id === 'cagr')?.[5], 'A yearly rate from less than a year: read it with care.')
  })

  test('gives no gain the color of a loss: colors are as wide below zero as above', async () => {
    const rules = (await sheetsOf(rich)).get('Monthly returns')!.conditionalRules!
    assert.equal(rules.length, 2)
    for (const { colorScale } of rules) {
      const [down, middle, up] = colorScale!.cfvo.map(({ value }) => Number(value))
      assert.deepEqual([down, middle], [-up!, 0])
    }
  })

  test('takes a run of two sessions, and one with cash as a leg', async () => {
    const sheets = await sheetsOf(inventedDocument('AAA-L-60% $CASH-L-40% 2018-01-01 2018-01-02 cash=2%'))
    assert.deepEqual(
      sheets
        .get('Holdings')!
        .rows.slice(4, 6)
        .map(([symbol]) => symbol),
      ['AAA', '$CASH'],
    )
    assert.equal(sheets.get('Daily returns')!.rows.length, 5)
  })

  test('refuses a document without its series', async () => {
    const { series: _, ...document } = rich
    await assert.rejects(reportWorkbook(document, { createdAt }), RangeError)
  })
})
