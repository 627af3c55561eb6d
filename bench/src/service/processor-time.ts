import { readFileSync } from 'node:fs'
import { processTree } from './process-tree.ts'

/** Of the kernel's clock, in which it states the times of processes. */
const ticksPerSecond = 100

export interface ProcessorTime {
  /** Seconds that the server's own threads computed. */
  server: number
  /** The same of all it started: PostgreSQL. */
  database: number
}

/** So far. Unlike elapsed time it hardly depends on what else the machine does. Null where the system does not tell. */
export function processorTime(pid: number): ProcessorTime | null {
  if (process.platform !== 'linux') return null
  const [server = 0, ...started] = processTree(pid)
  return { server: secondsOf(server), database: started.reduce((sum, each) => sum + secondsOf(each), 0) }
}

/** Those of ended children that were waited for included. */
function secondsOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // Fields 14 to 17; the name in brackets before them may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
}

/** Runs the work and says what one of the requests that it answered cost the server, as text. */
export async function withCost<Result>(
  { pid, count }: { pid: number; count: (result: Result) => number },
  work: () => Promise<Result>,
): Promise<{ result: Result; cost: string }> {
  const before = processorTime(pid)
  const own = process.cpuUsage()
  const result = await work()
  const after = processorTime(pid)
  if (before === null || after === null) return { result, cost: 'processor time unknown' }
  const { user, system } = process.cpuUsage(own)
  const each = (seconds: number): string => `${((seconds / count(result)) * 1000).toFixed(2)} ms`
  const [server, database] = [after.server - before.server, after.database - before.database]
  const cost = `processor time of each: server ${each(server)}, PostgreSQL ${each(database)}, this load generator ${each((user + system) / 1e6)}`
  return { result, cost }
}
