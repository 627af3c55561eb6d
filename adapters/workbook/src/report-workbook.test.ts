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
    const { sessions } = document.series!.rolling[0]!
    assert.deepEqual(rolling.rows[4]?.slice(0, 2), [new Date(document.series!.dates[sessions]!), '—'])
    assert.deepEqual(
      rolling.charts?.map(({ title }) => title),
      ['Volatility, rolling'],
    )
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

  test('names its prices, their date and its own day at the top', async () => {
    const texts = textsOf((await sheetsOf({ ...rich, data_source: 'sample' })).get('Summary'))
    assert.ok(
      texts.includes('Prices: sample, for testing and examples, as of 31 Dec 2021. Report made on 4 Mar 2021.'),
      texts.join('\n'),
    )
  })

  test('groups the digits of money in sentences', async () => {
    const sheets = await sheetsOf(rich)
    for (const name of ['Policies and notes', 'Definitions'])
      assert.ok(textsOf(sheets.get(name)).includes('The run began with 250,000 EUR.'), name)
  })

  test('calls a benchmark that is a leg by its name', async () => {
    const sheets = await sheetsOf(inventedDocument('AAA-L-50% BBB-L-50% 2018-01-01 2018-06-30 bench=AAA'))
    assert.ok(textsOf(sheets.get('Summary')).includes('AAA Inc. (AAA)'))
    assert.ok(textsOf(sheets.get('Metrics')).includes('Benchmark AAA Inc. (AAA)'))
  })

  test('refuses a document without its series', async () => {
    const { series: _, ...document } = rich
    await assert.rejects(reportWorkbook(document, { createdAt }), RangeError)
  })
})
