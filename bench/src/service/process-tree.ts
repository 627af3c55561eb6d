import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process and everything that it started, directly or not. */
export function processTree(root: number): number[] {
  const pairs = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const tree = [root]
  for (const parent of tree) for (const [pid = 0, of] of pairs) if (of === parent) tree.push(pid)
  return tree
}

/** Proportional set size in bytes: pages that several processes share are counted once in a sum. Null where the system does not tell. */
export function residentBytes(pids: readonly number[]): number | null {
  if (process.platform !== 'linux') return null
  return pids.map(proportionalBytes).reduce((sum, bytes) => sum + bytes, 0)
}

function proportionalBytes(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
}

/** Keeps processes, and what they start from now on, on these processors, such as "0" or "0-1"; false where that cannot be asked for. */
export function keepOn(processors: string, pids: readonly number[]): boolean {
  return pids.every((pid) => spawnSync('taskset', ['-a', '-c', '-p', processors, String(pid)]).status === 0)
}
