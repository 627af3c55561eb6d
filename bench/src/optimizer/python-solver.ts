import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Row } from '../table.ts'
import { spreadOf } from '../timing.ts'

const peers = join(import.meta.dirname, '..', '..', 'peers')

/** What a peer printed. */
export interface Solved {
  /** Name and version. */
  peer: string
  seconds: readonly number[]
  solutions: readonly { lambda?: number; weights: number[] }[]
}

/** The Python of the environment that has the peers. */
const python = process.env['OPTIMIZER_PEERS']

let isSaid = false

/** Runs one task of peers/optimizer_peers.py; null where there is no such environment. */
export function solvedByPython(
  bench: Bench,
  { task, values, n, runs }: { task: string; values: readonly Float64Array[]; n: number; runs: number },
): Solved | 'failed' | null {
  if (python === undefined) {
    if (!isSaid) {
      bench.say(
        `The optimizer's peers are missing. Outside of the repository: python3 -m venv peers && peers/bin/pip install -r ${join(peers, 'optimizer-requirements.txt')}, then OPTIMIZER_PEERS=peers/bin/python npm run bench -- optimizer`,
      )
    }
    isSaid = true
    return null
  }
  const file = bench.path(`${task}-${n}`)
  writeFileSync(file, Buffer.concat(values.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))))
  bench.say(`${task}, ${n} assets …`)
  const { stdout, status, stderr } = spawnSync(python, [join(peers, 'optimizer_peers.py'), task, file, String(n), String(runs)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status === 0) return JSON.parse(stdout) as Solved
  bench.say(`${task}, ${n} assets, failed: ${stderr.trim().split('\n').at(-1)}`)
  return 'failed'
}

/** The peer of a row; `name` is for one that is not here. */
export function peerOf(solved: Solved | 'failed' | null, name: string, parts = 1): NonNullable<Row['peer']> {
  if (solved === null) return { name, seconds: null }
  if (solved === 'failed') return { name, seconds: null, why: 'failed' }
  const { median, least, most } = spreadOf(solved.seconds.map((seconds) => seconds / parts))
  return { name: solved.peer, seconds: median, range: [least, most] }
}

/** What a peer found; nothing where it is not here or failed. */
export function solutionsOf(solved: Solved | 'failed' | null): Solved['solutions'] {
  return solved === null || solved === 'failed' ? [] : solved.solutions
}
