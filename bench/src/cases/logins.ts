import type { Bench } from '../bench.ts'
import { quantile, spread } from '../quantile.ts'
import { historyReaders } from '../service/history-readers.ts'
import { openLine } from '../service/http-line.ts'
import { startServer } from '../service/measured-server.ts'
import { answeredCount, sendSteadily, statusText } from '../service/open-loop.ts'
import { withCost } from '../service/processor-time.ts'
import { answered } from '../service/people.ts'
import type { Row } from '../table.ts'

const readsAlone = 1000
// Twenty hashes take one of two processors and more.
const readsBeside = 200
const loginsPerSecond = 20
const accounts = 20
const seconds = 10
const password = 'seven geese fly south'
const email = (i: number): string => `person-${i % accounts}@example.com`

/** Reads without and, fewer, with people who sign in by password, on all processors, which this process shares. */
export async function logins(bench: Bench): Promise<Row[]> {
  await using server = await startServer()
  const read = await historyReaders(server.url)
  const lines = await Promise.all(Array.from({ length: 200 }, async () => openLine(server.url)))
  for (let i = 0; i < accounts; i++) {
    answered(await lines[0]!.send({ method: 'POST', path: '/auth/register', json: { email: email(i), password } }), 201)
  }
  await read({ perSecond: readsAlone, seconds: 2 })
  const { result: alone, cost } = await withCost({ pid: server.pid, count: answeredCount }, async () =>
    read({ perSecond: readsAlone, seconds }),
  )
  const [beside, signIns] = await Promise.all([
    read({ perSecond: readsBeside, seconds }),
    sendSteadily({
      perSecond: loginsPerSecond,
      seconds,
      lines,
      call: (i) => ({ method: 'POST', path: '/auth/login', json: { email: email(i), password } }),
    }),
  ])
  bench.say(`GET /history/ alone: ${spread(alone.latencies)}; ${statusText(alone)}; ${cost}`)
  bench.say(`GET /history/ beside sign-ins: ${spread(beside.latencies)}; ${statusText(beside)}`)
  bench.say(`POST /auth/login: ${spread(signIns.latencies)}; ${statusText(signIns)}`)
  const target = { kind: 'at most', value: 0.05 } as const
  const what = `GET /history/, ${readsBeside}/s beside ${loginsPerSecond} sign-ins/s, p99`
  return [
    { what: `GET /history/, ${readsAlone}/s on all cores, p99`, ours: quantile(alone.latencies, 0.99), target },
    { what, ours: quantile(beside.latencies, 0.99), target: { ...target, value: 0.1 } },
  ]
}
