import { cpus } from 'node:os'
import type { Bench } from '../bench.ts'
import { quantile, spread } from '../quantile.ts'
import { historyReaders } from '../service/history-readers.ts'
import { startServer } from '../service/measured-server.ts'
import { answeredCount, sendSteadily, statusText } from '../service/open-loop.ts'
import type { Answers } from '../service/open-loop.ts'
import { keepOn, processTree } from '../service/process-tree.ts'
import { withCost } from '../service/processor-time.ts'
import { newPeople } from '../service/people.ts'
import type { Person } from '../service/people.ts'
import { countDone } from '../service/simulations.ts'
import type { Row } from '../table.ts'
import { exampleCommand } from './example-run.ts'

const perSecond = 1000
const simulationsPerSecond = 20
const warmUpSeconds = 2
const seconds = 10

/** `GET /history/` at a fixed rate while others simulate: the server on one processor, its database there too or on the other. */
export async function reads(bench: Bench): Promise<Row[]> {
  return [await readsOn(bench, 'with its database on one core'), await readsOn(bench, 'on one core')]
}

async function readsOn(bench: Bench, place: 'on one core' | 'with its database on one core'): Promise<Row> {
  await using server = await startServer()
  const read = await historyReaders(server.url)
  const simulating = await newPeople(server.url, 20)
  const kept = place === 'on one core' ? [server.pid] : processTree(server.pid)
  const isKept = cpus().length > 1 && keepOn('0', kept) && keepOn('1', [process.pid])
  bench.say(isKept ? `the server ${place}` : 'the server has every processor: taskset is not here')
  await Promise.all([read({ perSecond, seconds: warmUpSeconds }), simulate(simulating, { from: 0, forSeconds: warmUpSeconds })])
  const before = await countAll(simulating)
  const { result, cost } = await withCost({ pid: server.pid, count: ([answers]) => answeredCount(answers) }, async () =>
    Promise.all([read({ perSecond, seconds }), simulate(simulating, { from: 1_000_000, forSeconds: seconds })]),
  )
  const [answers, submitted] = result
  const done = (await countAll(simulating)) - before
  if (isKept) keepOn(`0-${cpus().length - 1}`, [process.pid])
  bench.say(`GET /history/: ${spread(answers.latencies)}; ${statusText(answers)}; ${cost}, simulations included`)
  bench.say(`POST /simulate beside it: ${spread(submitted.latencies)}; ${statusText(submitted)}; ${done} done in that time`)
  const what = `GET /history/, server ${place}, ${perSecond}/s beside ${simulationsPerSecond} simulations/s, p99`
  return { what, ours: quantile(answers.latencies, 0.99), target: { kind: 'at most', value: 0.05 } }
}

/** New commands, by turns. */
async function simulate(people: readonly Person[], { from, forSeconds }: { from: number; forSeconds: number }): Promise<Answers> {
  return sendSteadily({
    perSecond: simulationsPerSecond,
    seconds: forSeconds,
    lines: people.map(({ line }) => line),
    call: (serial) => ({
      method: 'POST',
      path: '/simulate',
      token: people[serial % people.length]!.token,
      json: { command: `${exampleCommand} capital=${100_001 + from + serial}` },
    }),
  })
}

async function countAll(people: readonly Person[]): Promise<number> {
  return (await Promise.all(people.map(countDone))).reduce((sum, count) => sum + count, 0)
}
