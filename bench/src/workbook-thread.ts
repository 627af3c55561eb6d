import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import type { ResultDocument } from '@portofino/simulator'
import { reportWorkbook } from '@portofino/workbook'

/** Writes the report of a document in a thread, as the service does, and prints the peak memory of the process in bytes. */
const path: unknown = isMainThread ? process.argv[2] : workerData
if (typeof path !== 'string') throw new RangeError(`Cannot write the report: a document must be named, got ${String(path)}`)

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: path, resourceLimits: { maxYoungGenerationSizeMb: 16 } })
  await once(worker, 'exit')
  process.stdout.write(String(process.resourceUsage().maxRSS * 1024))
} else {
  const document: ResultDocument = JSON.parse(readFileSync(path, 'utf8'))
  await reportWorkbook(document, { createdAt: new Date(0) })
}
