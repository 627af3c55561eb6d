import { once } from 'node:events'
import { WebSocket } from 'ws'
import { answered } from './people.ts'
import type { Person } from './people.ts'

/** Submits a command and gives the id of its task. */
export async function submit({ line, token }: Person, command: string): Promise<string> {
  const reply = await line.send({ method: 'POST', path: '/simulate', token, json: { command } })
  return answered(reply, 202).task_id
}

/** Follows a task on a socket of its own until it says `done`. */
export async function untilDone(url: string, { token }: Person, taskId: string): Promise<void> {
  const socket = openSocket(url, token, taskId)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.on('message', (data: Buffer) => {
    const { status, error } = JSON.parse(data.toString())
    if (status === 'done') resolve()
    if (status === 'failed') reject(new Error(`Cannot benchmark: the task must run, got "${error.detail}"`))
  })
  socket.on('close', (code) => reject(new Error(`Cannot benchmark: the socket must last until done, got ${code}`)))
  await promise
}

export function openSocket(url: string, token: string, taskId: string): WebSocket {
  const address = `${url.replace(/^http/, 'ws')}/ws/simulations/${taskId}`
  return new WebSocket(address, { headers: { authorization: `Bearer ${token}` }, perMessageDeflate: false })
}

/** From sending the command to hearing `done`, in seconds. */
export async function secondsToDone(url: string, person: Person, command: string): Promise<number> {
  const start = performance.now()
  await untilDone(url, person, await submit(person, command))
  return (performance.now() - start) / 1000
}

/** How many may wait is 20 a user; half of it leaves room for those that are not over when the last one is. */
const batch = 10

/**
 * Runs so many commands for each person. A batch is submitted one after the other and its last task followed on a socket, then comes the next
 * batch; at the end all must be in the history. Gives the seconds from the first request until all are done.
 */
export async function runMany(
  url: string,
  people: readonly Person[],
  { each, command }: { each: number; command: (serial: number) => string },
): Promise<number> {
  const start = performance.now()
  const before = await Promise.all(people.map(countDone))
  const work = async (person: Person, index: number): Promise<void> => {
    for (let made = 0; made < each; made += batch) {
      let taskId = ''
      for (let i = made; i < Math.min(each, made + batch); i++) taskId = await submit(person, command(index * each + i))
      await untilDone(url, person, taskId)
    }
    while ((await countDone(person)) < before[index]! + each) await once(AbortSignal.timeout(5), 'abort')
  }
  await Promise.all(people.map(work))
  return (performance.now() - start) / 1000
}

/** How many runs of theirs are done. */
export async function countDone({ line, token }: Person): Promise<number> {
  return answered(await line.send({ method: 'GET', path: '/history/?page_size=1', token }), 200).total
}
