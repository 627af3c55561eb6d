import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellStyles } from '../../page/cell-kind.ts'
import { inventedDocument } from '../../invented-document.ts'
import { readReport } from '../../report.ts'
import { tileRows } from './tiles.ts'

const document = inventedDocument('AAA-L-100% 2018-01-01 2018-06-30')

function formats(value: number, totalReturn: number): (string | undefined)[] {
  const changed = {
    ...document,
    metrics: { ...document.metrics, total_return: totalReturn },
    series: { ...document.series!, value: [value] },
  }
  const [, figures] = tileRows(readReport(changed, new Date(0)), cellStyles('EUR'))
  return figures!.slice(0, 2).map(({ style }) => style?.numFmt)
}

describe('tileRows', () => {
  test('drops the decimals of what has four digits and more', () => {
    assert.deepEqual(formats(21_412_001.27, 210.6339), ['[$€-2]#,##0;-[$€-2]#,##0', '+#,##0%;-#,##0%'])
  })

  test('says that a price index lacks dividends', () => {
    const { metrics, metric_reasons, metric_flags } = document
    const benchmark = { label: '^III', with_dividends: false, metrics, metric_reasons, metric_flags }
    const rows = tileRows(readReport({ ...document, benchmark }, new Date(0)), cellStyles('EUR'))
    assert.equal(rows[2]?.[0]?.value, '^III without dividends')
  })

  test('keeps those of less', () => {
    assert.deepEqual(formats(999.99, 9.9999), ['[$€-2]#,##0.00;-[$€-2]#,##0.00', '+#,##0.00%;-#,##0.00%;0.00%'])
  })
})
