import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { peerProcessSeconds } from '../python-peer.ts'
import type { Row } from '../table.ts'
import { median } from '../timing.ts'
import { twentyStocks } from '../sample-run.ts'
import { exampleCommand } from './example-run.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'services', 'cli', 'src', 'main.ts')

/** `portofino simulate` from start to exit, as somebody at a terminal waits for it. */
export function wholeProcess(bench: Bench): Row[] {
  const example = wholeRuns(exampleCommand)
  const long = wholeRuns(`${twentyStocks} 1990-01-01 2022-12-28 rebalance=monthly cost=5bps`)
  const dayLoop = (file: string): { name: string; seconds: number | null } => ({
    name: 'pandas day loop',
    seconds: bench.hasPython ? peerProcessSeconds('day_loop.py', [bench.path(file), '1']) : null,
  })
  return [
    { what: 'whole process, example', ours: example.seconds, peer: dayLoop('two.csv'), target: { kind: 'at most', value: 0.35 } },
    {
      what: 'whole process, example, peak memory',
      ours: example.bytes,
      unit: 'bytes',
      target: { kind: 'at most', value: 150e6 },
    },
    {
      what: 'whole process, 33 years x 20',
      ours: long.seconds,
      peer: dayLoop('twenty.csv'),
      target: { kind: 'at most', value: 0.6 },
    },
  ]
}

/** Peak memory is the process's own figure, written to a fourth channel as it ends. */
const reportMemory =
  "data:text/javascript,import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))"

function wholeRuns(command: string): { seconds: number; bytes: number } {
  const runs = Array.from({ length: 9 }, () => {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, [main, 'simulate', command], { stdio: ['ignore', 'pipe', 2] })
    if (status !== 0) throw new Error(`Cannot benchmark: the command must run, got exit code ${status}`)
    return (performance.now() - start) / 1000
  })
  const { output } = spawnSync(process.execPath, ['--import', reportMemory, main, 'simulate', command], {
    stdio: ['ignore', 'pipe', 2, 'pipe'],
  })
  return { seconds: median(runs.slice(1)), bytes: Number(String(output[3])) * 1024 }
}
