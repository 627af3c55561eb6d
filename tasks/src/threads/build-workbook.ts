import { zstdDecompressSync } from 'node:zlib'
import { type ResultDocument, seriesPartsDocument, unpackedSeries } from '@portofino/simulator'
import { reportWorkbook } from '@portofino/workbook'

/** A stored result and how its report is to be labeled. */
export interface ReportBuild {
  /** JSON in zstd. */
  document: Uint8Array
  /** Packed; doubles, lowest byte first. */
  series: Uint8Array
  title: string | null
  createdAt: Date
}

/** Runs in a thread. */
export async function buildWorkbook({ document, series, title, createdAt }: ReportBuild): Promise<Uint8Array> {
  const head: ResultDocument = JSON.parse(zstdDecompressSync(document).toString())
  // Copied, since bytes of the database may begin anywhere and doubles may not.
  const packed = new Float64Array(series.slice().buffer)
  return reportWorkbook({ ...head, ...seriesPartsDocument(unpackedSeries(packed)) }, { title, createdAt })
}
