import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resultDocument, simulate } from '@portofino/simulator'
import { reportWorkbook } from '@portofino/workbook'
import type { Bench } from '../bench.ts'
import { runPeer } from '../python-peer.ts'
import { sampleRequest, twentyStocks } from '../sample-run.ts'
import type { Row } from '../table.ts'
import { median } from '../timing.ts'

const thread = join(import.meta.dirname, '..', 'workbook-thread.ts')

/** The report of 33 years of 20 stocks with a benchmark: from the document to bytes, against openpyxl writing the same cells. */
export async function longWorkbook(bench: Bench): Promise<Row[]> {
  const outcome = simulate(await sampleRequest(`${twentyStocks} 1990-01-01 2022-12-28 rebalance=monthly cost=5bps bench=^GSPC`))
  if (outcome.status !== 'ok') throw new Error('Cannot benchmark: the run must end')
  const document = resultDocument(outcome.result, { series: true })
  const file = bench.path('report.xlsx')
  const seconds: number[] = []
  for (let i = 0; i < 7; i++) {
    const start = performance.now()
    const bytes = await reportWorkbook(document, { createdAt: new Date(0) })
    seconds.push((performance.now() - start) / 1000)
    if (i === 0) writeFileSync(file, bytes)
  }
  return [
    {
      what: '33 years x 20, workbook',
      ours: median(seconds),
      peer: openpyxl(bench, { file, last: outcome.result.series.index.at(-1)! }),
      target: { kind: 'at most', value: 1.5 },
    },
    {
      what: '33 years x 20, workbook, peak memory of the whole process',
      ours: peakBytes(bench.file('document.json', JSON.stringify(document))),
      unit: 'bytes',
      target: { kind: 'at most', value: 300e6 },
    },
  ]
}

/** The peer reads our workbook beforehand, then writes its cells in the way that is quickest for it, without charts. */
function openpyxl(bench: Bench, { file, last }: { file: string; last: number }): { name: string; seconds: number | null } {
  const name = 'openpyxl'
  if (!bench.hasPython) return { name, seconds: null }
  bench.say('openpyxl …')
  const { seconds, final } = runPeer('openpyxl_write.py', [file, bench.path('peer.xlsx'), '3'])
  bench.agree('33 years x 20, workbook: openpyxl', { ours: last, theirs: final })
  return { name, seconds }
}

function peakBytes(document: string): number {
  const { status, stdout } = spawnSync(process.execPath, [thread, document], { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] })
  if (status !== 0) throw new Error(`Cannot benchmark: the report must be written, got exit code ${status}`)
  return Number(stdout)
}
