import type { Bench } from '../bench.ts'
import { startServer } from '../service/measured-server.ts'
import { newPeople } from '../service/people.ts'
import { withCost } from '../service/processor-time.ts'
import { runMany } from '../service/simulations.ts'
import type { Row } from '../table.ts'
import { exampleCommand } from './example-run.ts'

const users = 40
const each = 100
const fresh = (serial: number): string => `${exampleCommand} capital=${100_001 + serial}`

/** Many users submit as fast as they are served, until everything is done. This process shares the machine's processors. */
export async function throughput(bench: Bench): Promise<Row[]> {
  await using server = await startServer()
  const people = await newPeople(server.url, users)
  const rate = async (what: string, command: (serial: number) => string): Promise<Row> => {
    const count = users * each
    const work = async (): Promise<number> => runMany(server.url, people, { each, command })
    const { result: seconds, cost } = await withCost({ pid: server.pid, count: () => count }, work)
    bench.say(`${what}: ${count} simulations of ${users} users in ${seconds.toFixed(1)} s; ${cost}`)
    return {
      what: `simulations per second, ${what}`,
      ours: count / seconds,
      unit: 'per second',
      target: { kind: 'at least', value: 500 },
    }
  }
  await runMany(server.url, people, { each: 20, command: (serial) => fresh(1_000_000 + serial) })
  const rows = [await rate('new 754 x 2', fresh), await rate('repeated 754 x 2', () => fresh(0))]
  for (const person of people) person[Symbol.dispose]()
  return rows
}
