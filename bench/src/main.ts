import { cpus, loadavg } from 'node:os'
import { openBench } from './bench.ts'
import { chosenCases, needsPython } from './chosen-cases.ts'
import { openPythonPeers } from './python-peer.ts'
import { qualityTable, table } from './table.ts'
import type { Row } from './table.ts'

const [busy = 0] = loadavg()
const chosen = chosenCases(process.argv.slice(2))
using bench = openBench(needsPython(process.argv.slice(2)) && openPythonPeers())
const rows: Row[] = []
for (const run of chosen) rows.push(...(await run(bench)))
const [cpu] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform} ${process.arch}, ${cpu?.model ?? 'unknown'} x ${cpus().length}, load average ${busy.toFixed(1)} before\n`,
)
console.log(table(rows))
const quality = qualityTable(rows)
if (quality !== null) console.log(`\n${quality}`)
for (const line of bench.agreements) console.log(`same work: ${line}`)
