import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './timing.ts'

const peers = join(import.meta.dirname, '..', 'peers')
const environment = join(import.meta.dirname, '..', '.python')
const python = join(environment, 'bin', 'python')

/** Creates the peers' Python environment once; false where Python 3 or its packages cannot be had. */
export function openPythonPeers(): boolean {
  const requirements = join(peers, 'requirements.txt')
  const stamp = join(environment, 'requirements.txt')
  const wanted = readFileSync(requirements, 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  console.error('Creating the Python environment of the peers (once) …')
  const created = spawnSync('python3', ['-m', 'venv', environment], { stdio: ['ignore', 2, 2] })
  if (created.status !== 0) return false
  const installed = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements], { stdio: ['ignore', 2, 2] })
  if (installed.status !== 0) return false
  writeFileSync(stamp, wanted)
  return true
}

export interface PeerResult {
  /** Median of its runs. */
  seconds: number
  /** Final value per unit of capital. */
  final: number
}

/** Runs one of peers/*.py, which prints `{"seconds": [...], "final": x}`. */
export function runPeer(script: string, args: readonly string[]): PeerResult {
  const printed = execFileSync(python, [join(peers, script), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] })
  const { seconds, final } = JSON.parse(printed) as { seconds: number[]; final: number }
  return { seconds: median(seconds), final }
}

/** What one of peers/*.py prints as JSON. */
export function peerDocument(script: string, args: readonly string[]): unknown {
  const printed = execFileSync(python, [join(peers, script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(printed)
}

/** Whole-process seconds of the same, imports and reading included. */
export function peerProcessSeconds(script: string, args: readonly string[]): number {
  const start = performance.now()
  runPeer(script, args)
  return (performance.now() - start) / 1000
}
