import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = await mkdtemp(join(tmpdir(), 'portofino-full-'))
after(() => rm(root, { recursive: true }))
const writer = fileURLToPath(new URL('price-writer.ts', import.meta.url))

const mount = 'mount -t tmpfs -o size=256k tmpfs "$0"'
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', mount, root]).status === 0

/** Ways to run a shell script in which a large file cannot be written. The file system is there only where the user may mount one. */
const fullDisks: { name: string; code: string; command: string; before: string }[] = [
  { name: 'a limit on the size of files', code: 'EFBIG', command: 'sh', before: 'ulimit -f 16' },
  ...(canMount ? [{ name: 'a file system without room', code: 'ENOSPC', command: 'unshare -rm sh', before: mount }] : []),
]

describe('a full disk', () => {
  for (const { name, code, command, before } of fullDisks) {
    test(`(${name}) leaves the last good version and nothing half-written`, async () => {
      const folder = await mkdtemp(join(root, 'case-'))
      const script = `${before} && "$1" "$2" "$0" 100 100 1 && "$1" "$2" "$0" 200 100000 1`
      const [program, ...first] = [...command.split(' '), '-c', script, folder, process.execPath, writer]
      const { stdout, stderr, status } = spawnSync(program, first, { encoding: 'utf8' })
      assert.equal(status, 0, stderr)
      assert.deepEqual(JSON.parse(stdout.trim().split('\n').at(-1)!), { code, close: 101, unfinished: [] })
    })
  }
})
