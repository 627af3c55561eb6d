import { cpus } from 'node:os'
import { openBench } from './bench.ts'
import { editor } from './cases/editor.ts'
import { exampleRun } from './cases/example-run.ts'
import { hostileCommand } from './cases/hostile-command.ts'
import { longLedger } from './cases/long-ledger.ts'
import { longWorkbook } from './cases/long-workbook.ts'
import { wholeProcess } from './cases/whole-process.ts'
import { openPythonPeers } from './python-peer.ts'
import { table } from './table.ts'

using bench = openBench(openPythonPeers())
const rows = [
  ...(await longLedger(bench)),
  ...(await exampleRun(bench)),
  ...(await longWorkbook(bench)),
  ...wholeProcess(bench),
  ...editor(),
  ...hostileCommand(),
]
const [cpu] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform} ${process.arch}, ${cpu?.model ?? 'unknown'} x ${cpus().length}\n`,
)
console.log(table(rows))
for (const line of bench.agreements) console.log(`same work: ${line}`)
