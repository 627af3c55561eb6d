import { openLine } from './http-line.ts'
import { sendSteadily } from './open-loop.ts'
import type { Answers, Arrivals } from './open-loop.ts'
import { newPeople } from './people.ts'
import { runMany } from './simulations.ts'
import { exampleCommand } from '../cases/example-run.ts'

const people = 10
const runsEach = 300
const connections = 50

/** People with some hundred runs each, who read the first page of their history by turns. */
export async function historyReaders(
  url: string,
): Promise<(arrivals: Pick<Arrivals, 'perSecond' | 'seconds'>) => Promise<Answers>> {
  const readers = await newPeople(url, people)
  await runMany(url, readers, { each: runsEach, command: () => exampleCommand })
  const lines = await Promise.all(Array.from({ length: connections }, async () => openLine(url)))
  return async (arrivals) =>
    sendSteadily({
      ...arrivals,
      lines,
      call: (serial) => ({ method: 'GET', path: '/history/', token: readers[serial % people]!.token }),
    })
}
