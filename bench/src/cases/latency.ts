import type { Bench } from '../bench.ts'
import { quantile, spread } from '../quantile.ts'
import { twentyStocks } from '../sample-run.ts'
import { celeryPeer } from '../service/celery-peer.ts'
import { startServer } from '../service/measured-server.ts'
import { newPeople } from '../service/people.ts'
import { withCost } from '../service/processor-time.ts'
import { secondsToDone } from '../service/simulations.ts'
import type { Row } from '../table.ts'
import { exampleCommand } from './example-run.ts'

const example = (i: number): string => `${exampleCommand} capital=${100_001 + i}`
const long = (i: number): string => `${twentyStocks} 1990-01-01 2022-12-28 rebalance=monthly cost=5bps capital=${100_001 + i}`
const atMost = (value: number): Row['target'] => ({ kind: 'at most', value })

/** One person, one run at a time: from sending `POST /simulate` to the `done` message on a socket opened for it. */
export async function latency(bench: Bench): Promise<Row[]> {
  await using server = await startServer()
  const people = await newPeople(server.url, 1)
  using person = people[0]!
  const run = async ({ what, command, count }: Series): Promise<number[]> => {
    const work = async (): Promise<number[]> => inTurn(count, async (i) => secondsToDone(server.url, person, command(i)))
    const { result: seconds, cost } = await withCost({ pid: server.pid, count: () => count }, work)
    bench.say(`${what}: ${spread(seconds)}; ${cost}`)
    return seconds
  }
  await run({ what: 'warm-up', command: (i) => example(10_000 + i), count: 300 })
  await run({ what: 'warm-up of 33 years x 20', command: (i) => long(10_000 + i), count: 20 })
  const fresh = await run({ what: 'new 754 x 2', command: example, count: 600 })
  const repeated = await run({ what: 'repeated 754 x 2', command: () => example(0), count: 600 })
  const longRuns = await run({ what: 'new 33 years x 20', command: long, count: 100 })
  const [twoPeer, longPeer] = [
    await celeryPeer(bench, { command: exampleCommand, runs: 40 }),
    await celeryPeer(bench, { command: `${twentyStocks} 1990-01-01 2022-12-28`, runs: 5 }),
  ]
  return [
    { what: 'simulate to done, new 754 x 2, median', ours: quantile(fresh, 0.5), peer: twoPeer, target: atMost(0.015) },
    { what: 'simulate to done, new 754 x 2, p99', ours: quantile(fresh, 0.99), target: atMost(0.06) },
    { what: 'simulate to done, repeated, median', ours: quantile(repeated, 0.5), target: atMost(0.015) },
    { what: 'simulate to done, repeated, p99', ours: quantile(repeated, 0.99), target: atMost(0.06) },
    { what: 'simulate to done, new 33 years x 20, median', ours: quantile(longRuns, 0.5), peer: longPeer, target: atMost(0.06) },
  ]
}

interface Series {
  what: string
  command: (i: number) => string
  count: number
}

async function inTurn(count: number, measured: (i: number) => Promise<number>): Promise<number[]> {
  const seconds: number[] = []
  for (let i = 0; i < count; i++) seconds.push(await measured(i))
  return seconds
}
