// The module that every thread runs; its exports are called by name.
import { constants, zstdCompressSync } from 'node:zlib'
import {
  diagnosticDocument,
  packedSeries,
  resultDocument,
  seriesParts,
  simulate,
  type SimulationResult,
} from '@portofino/simulator'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { sha256 } from '../check-command.ts'
import { sparkPoints } from './spark-points.ts'
import { thinnedValues } from './thinned-values.ts'
import type { ReportBuild } from './build-workbook.ts'
import { watchOf } from './run-watch.ts'
import type { SimulationAnswer, SimulationRun } from './simulation-answer.ts'

/** Loaded by the first report: runs need not wait for its modules. */
export async function buildWorkbook(build: ReportBuild): Promise<Uint8Array> {
  return (await import('./build-workbook.ts')).buildWorkbook(build)
}

/** The same kernel and documents as the command line's. */
export function runSimulation({ program, prices, notes, watch }: SimulationRun): SimulationAnswer | Moved {
  const outcome = simulate({ program, ...prices, notes, sha256 }, watchOf(watch))
  if (outcome.status === 'canceled') return { kind: 'canceled' }
  if (outcome.status === 'failed') return { kind: 'failed', diagnostics: outcome.diagnostics.map(diagnosticDocument) }
  return moved(storable(outcome.result))
}

type Moved = ReturnType<typeof move>

/** The series change hands instead of being copied: they are megabytes for a long run. */
function moved(answer: SimulationAnswer & { kind: 'done' }): Moved {
  return move({ [transferableSymbol]: [answer.series.buffer], [valueSymbol]: answer })
}

function storable(result: SimulationResult): SimulationAnswer & { kind: 'done' } {
  const document = resultDocument(result, { series: false })
  const { cagr, sharpe, max_drawdown: maxDrawdown, metrics, period } = document
  return {
    kind: 'done',
    document: compressed(JSON.stringify(document)),
    portfolioValue: compressed(thinnedValues(result.series)),
    series: new Uint8Array(packedSeries(seriesParts(result)).buffer),
    figures: {
      status: document.status,
      cagr,
      sharpe,
      maxDrawdown,
      totalReturn: metrics.total_return,
      periodFrom: period.from,
      periodTo: period.to,
      spark: sparkPoints(result.series),
    },
  }
}

function compressed(json: string): Uint8Array {
  return zstdCompressSync(json, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
}
