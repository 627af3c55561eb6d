import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { startByNpm } from '../service/npm-start.ts'
import { residentBytes } from '../service/process-tree.ts'
import type { Row } from '../table.ts'
import { median } from '../timing.ts'

const rounds = 3
/** So long after its start the server counts as idle. */
const settledMs = 5000

/** `npm start` until `/health` answers: for the first time ever, with an empty data directory, with one that exists. */
export async function start(bench: Bench): Promise<Row[]> {
  const [first, empty, existing]: number[][] = [[], [], []]
  for (let i = 0; i < rounds; i++) {
    const cache = bench.path(`compiled-${i}`)
    first!.push(await secondsToHealth({ data: bench.path(`first-${i}`), cache }))
    empty!.push(await secondsToHealth({ data: bench.path(`empty-${i}`), cache }))
    existing!.push(await secondsToHealth({ data: bench.path(`empty-${i}`), cache }))
  }
  const row = (what: string, seconds: number[], value: number): Row => {
    bench.say(`npm start, ${what}: ${seconds.map((each) => each.toFixed(2)).join(', ')} s`)
    return { what: `npm start to /health, ${what}`, ours: median(seconds), target: { kind: 'at most', value } }
  }
  return [
    row('empty data directory, nothing compiled', first!, 2.5),
    row('empty data directory', empty!, 2.5),
    row('existing data directory', existing!, 1.2),
    ...(await idleMemory({ data: bench.path('empty-0'), cache: bench.path('compiled-0') })),
  ]
}

async function secondsToHealth(place: { data: string; cache: string }): Promise<number> {
  await using started = await startByNpm(place)
  return started.seconds
}

/** With npm, which waits beside the server, and without. */
async function idleMemory(place: { data: string; cache: string }): Promise<Row[]> {
  await using started = await startByNpm(place)
  await pause(settledMs)
  return [...memoryRow('', residentBytes(started.withoutNpm())), ...memoryRow(', npm', residentBytes(started.processes()))]
}

/** None where the system does not tell. */
function memoryRow(beside: string, ours: number | null): Row[] {
  const what = `idle memory, server and PostgreSQL${beside}`
  return ours === null ? [] : [{ what, ours, unit: 'bytes', target: { kind: 'at most', value: 350e6 } }]
}
