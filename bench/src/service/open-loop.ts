import { setTimeout as pause } from 'node:timers/promises'
import type { Call, HttpLine } from './http-line.ts'

export interface Arrivals {
  perSecond: number
  seconds: number
  /** As many as may be on their way at once; what finds none free waits, and its time runs. */
  lines: readonly HttpLine[]
  call: (serial: number) => Call
}

export interface Answers {
  /** In seconds, each from the moment when the request was due, however late it could be sent. */
  latencies: number[]
  /** How many of each status; 0 where the server had fallen so far behind that the request was never sent. */
  statuses: Map<number, number>
  /** From the first request to the last answer. */
  seconds: number
}

interface Due {
  /** As `performance.now()` tells it. */
  at: number
  call: Call
}

/** So long after the last request was due, requests that still wait for a free connection are given up. */
const patienceMs = 5000

/** Sends requests at a fixed rate, whether or not earlier ones were answered, as strangers do. */
export async function sendSteadily({ perSecond, seconds, lines, call }: Arrivals): Promise<Answers> {
  const answers: Answers = { latencies: [], statuses: new Map(), seconds: 0 }
  const due: Due[] = []
  const free = [...lines]
  const start = performance.now()

  async function send(line: HttpLine, { at, call: next }: Due): Promise<void> {
    const { status } = await line.send(next)
    count(answers, { status, at })
    const waiting = due.shift()
    if (waiting !== undefined) return send(line, waiting)
    free.push(line)
  }

  const sending: Promise<void>[] = []
  for (let serial = 0; serial < perSecond * seconds; serial++) {
    const at = start + (serial / perSecond) * 1000
    while (performance.now() < at) await pause(1)
    const line = free.pop()
    const arrival = { at, call: call(serial) }
    if (line === undefined) due.push(arrival)
    else sending.push(send(line, arrival))
  }
  const late = setTimeout(() => giveUp(answers, due), patienceMs)
  await Promise.all(sending)
  clearTimeout(late)
  answers.seconds = (performance.now() - start) / 1000
  return answers
}

function count(answers: Answers, { status, at }: { status: number; at: number }): void {
  answers.latencies.push((performance.now() - at) / 1000)
  answers.statuses.set(status, (answers.statuses.get(status) ?? 0) + 1)
}

function giveUp(answers: Answers, due: Due[]): void {
  for (const { at } of due.splice(0)) count(answers, { status: 0, at })
}

/** Those that were sent. */
export function answeredCount({ latencies, statuses }: Answers): number {
  return latencies.length - (statuses.get(0) ?? 0)
}

/** The statuses and the rate at which they came. */
export function statusText(answers: Answers): string {
  const { statuses, seconds } = answers
  const counts = Array.from(statuses, ([status, number]) => (status === 0 ? `${number} never sent` : `${number} x ${status}`))
  return `${counts.join(', ')}; ${(answeredCount(answers) / seconds).toFixed(0)} answered a second`
}
