import type { Bench } from '../bench.ts'
import { quantile } from '../quantile.ts'
import { twentyStocks } from '../sample-run.ts'
import { startServer } from '../service/measured-server.ts'
import { newPeople } from '../service/people.ts'
import type { Person } from '../service/people.ts'
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
  const run = async (command: (i: number) => string, count: number): Promise<number[]> =>
    series({ url: server.url, person, command, count })
  await run((i) => example(10_000 + i), 300)
  await run((i) => long(10_000 + i), 20)
  const fresh = await run(example, 600)
  const repeated = await run(() => example(0), 600)
  const longRuns = await run(long, 100)
  for (const [what, seconds] of Object.entries({ 'new 754 x 2': fresh, 'repeated 754 x 2': repeated, '33 years x 20': longRuns }))
    bench.say(`${what}: ${spread(seconds)}`)
  return [
    { what: 'simulate to done, new 754 x 2, median', ours: quantile(fresh, 0.5), target: atMost(0.015) },
    { what: 'simulate to done, new 754 x 2, p99', ours: quantile(fresh, 0.99), target: atMost(0.06) },
    { what: 'simulate to done, repeated, median', ours: quantile(repeated, 0.5), target: atMost(0.015) },
    { what: 'simulate to done, repeated, p99', ours: quantile(repeated, 0.99), target: atMost(0.06) },
    { what: 'simulate to done, new 33 years x 20, median', ours: quantile(longRuns, 0.5), target: atMost(0.06) },
  ]
}

interface Series {
  url: string
  person: Person
  command: (i: number) => string
  count: number
}

async function series({ url, person, command, count }: Series): Promise<number[]> {
  const seconds: number[] = []
  for (let i = 0; i < count; i++) seconds.push(await secondsToDone(url, person, command(i)))
  return seconds
}

/** Count and quantiles in milliseconds. */
export function spread(seconds: readonly number[]): string {
  const at = (share: number): string => `${(quantile(seconds, share) * 1000).toFixed(1)} ms`
  return `${seconds.length} measured; median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, longest ${at(1)}`
}
