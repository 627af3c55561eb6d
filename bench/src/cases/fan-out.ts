import { once } from 'node:events'
import type { WebSocket } from 'ws'
import type { Bench } from '../bench.ts'
import { quantile, spread } from '../quantile.ts'
import { startServer } from '../service/measured-server.ts'
import { newPeople } from '../service/people.ts'
import type { Person } from '../service/people.ts'
import { openSocket, submit } from '../service/simulations.ts'
import type { Row } from '../table.ts'
import { exampleCommand } from './example-run.ts'

const socketCount = 1000
const rounds = 5

/**
 * A thousand sockets follow one waiting task, which is then canceled. Measured from sending the cancellation, a little before its commit, to
 * each receiver. Nothing runs tasks meanwhile, so that all sockets are there before anything happens.
 */
export async function fanOut(bench: Bench): Promise<Row[]> {
  await using server = await startServer({ WORKERS: 'none' })
  const [person] = await newPeople(server.url, 1)
  const seconds: number[] = []
  const lasts: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const heard = await oneRound(server.url, person!)
    // The first one warms up.
    if (round === 0) continue
    seconds.push(...heard)
    lasts.push(Math.max(...heard))
  }
  bench.say(`one message to ${socketCount} sockets: ${spread(seconds)}; last receiver of each round: ${spread(lasts)}`)
  const target: Row['target'] = { kind: 'at most', value: 0.25 }
  return [
    { what: `message to ${socketCount} sockets of one process, p99`, ours: quantile(seconds, 0.99), target },
    { what: `message to ${socketCount} sockets of one process, last receiver`, ours: quantile(lasts, 1), target },
  ]
}

/** Seconds until each socket had the message. */
async function oneRound(url: string, person: Person): Promise<number[]> {
  const taskId = await submit(person, exampleCommand)
  const sockets: WebSocket[] = []
  for (let i = 0; i < socketCount; i++) {
    const socket = openSocket(url, person.token, taskId)
    await once(socket, 'message')
    sockets.push(socket)
  }
  const all = Promise.all(sockets.map(hearsCanceled))
  const start = performance.now()
  const { status } = await person.line.send({ method: 'POST', path: `/tasks/${taskId}/cancel`, token: person.token, json: {} })
  if (status !== 202) throw new Error(`Cannot benchmark: the task must be canceled, got ${status}`)
  const moments = await all
  await Promise.all(sockets.map(async (socket) => socket.readyState === socket.CLOSED || once(socket, 'close')))
  return moments.map((moment) => (moment - start) / 1000)
}

/** When it does; heartbeats come between. */
async function hearsCanceled(socket: WebSocket): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  socket.on('message', (data: Buffer) => {
    const moment = performance.now()
    if (JSON.parse(data.toString()).status === 'canceled') resolve(moment)
  })
  return promise
}
