import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the cases share: a folder for the peers' input, whether there are peers, and the check that both did the same work. */
export interface Bench {
  hasPython: boolean
  /** Writes a file for a peer and returns its path. */
  file(name: string, text: string): string
  path(name: string): string
  /** Remembers both final values; they must agree within half a percent, since conventions of cost and timing differ a little. */
  agree(what: string, finals: { ours: number; theirs: number }): void
  agreements: readonly string[]
  say(text: string): void
  [Symbol.dispose](): void
}

const tolerance = 0.005

export function openBench(hasPython: boolean): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'portofino-bench-'))
  const agreements: string[] = []
  return {
    hasPython,
    path: (name) => join(folder, name),
    file: (name, text) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    agree: (what, { ours, theirs }) => {
      const difference = Math.abs(ours / theirs - 1)
      if (difference > tolerance) throw new Error(`Cannot compare: ${what} ends at ${theirs}, we at ${ours}`)
      agreements.push(`${what} ends at ${theirs.toFixed(4)}, we at ${ours.toFixed(4)} (${(difference * 100).toFixed(3)}% apart)`)
    },
    agreements,
    say: (text) => console.error(text),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
