import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { spawnUser } from '../spawned-user.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { postgresPrograms } from './platform-package.ts'
import { runProgram } from './run-program.ts'
import { serverIdentity } from './server-identity.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65534

/** Runs a command as a user who owns nothing, but may read this checkout wherever it lies. */
const mayRead = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...mayRead]

/** A PATH on which the named programs fail, as where a container forbids what they do. */
function pathWithout(...programs: string[]): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  for (const program of programs) writeFileSync(join(folder, program), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  return `PATH=${folder}:${process.env['PATH']}`
}

async function worksTwice(dataDirectory: string, below: string[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const user = await spawnUser([dataDirectory], below)
    assert.equal(user.opening.message, undefined)
    await user.leave()
  }
}

const ownerOf = (path: string): number => statSync(path).uid
const clusterOf = (dataDirectory: string): string => join(dataDirectory, 'database', 'cluster')

if (!isRoot) {
  test('an ordinary user needs nothing put before the commands', async () => {
    assert.deepEqual((await serverIdentity(temporaryFolder(), 'postgres')).prefix, [])
  })
}

// Everywhere else the tests run as the ordinary user that these need not become.
if (isRoot && process.platform === 'linux') {
  describe('root', () => {
    test('starts it in a namespace, below a closed home folder, programs and data', async () => {
      const home = temporaryFolder()
      const native = dirname(dirname((await postgresPrograms()).postgres))
      execFileSync('cp', ['-R', native, home])
      const postgres = join(home, 'native', 'bin', 'postgres')
      const { prefix, userId } = await serverIdentity(home, postgres)
      assert.equal(userId, 0)
      const { output } = await runProgram([...prefix, postgres, '--version'])
      assert.match(output, /^postgres \(PostgreSQL\) 18/)
      const dataDirectory = join(home, 'data')
      await worksTwice(dataDirectory, [])
      assert.equal(ownerOf(clusterOf(dataDirectory)), 0)
    })

    test('becomes nobody where namespaces are forbidden, below a closed home folder, and later too where they are not', async () => {
      const dataDirectory = join(temporaryFolder(), 'home', 'data')
      mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
      await worksTwice(dataDirectory, ['env', pathWithout('unshare')])
      assert.equal(ownerOf(clusterOf(dataDirectory)), nobody)
      await worksTwice(dataDirectory, [])
    })

    test('gives nobody what it made in a namespace', async () => {
      const dataDirectory = temporaryFolder()
      await worksTwice(dataDirectory, [])
      assert.equal(ownerOf(clusterOf(dataDirectory)), 0)
      await worksTwice(dataDirectory, ['env', pathWithout('unshare')])
      assert.equal(ownerOf(clusterOf(dataDirectory)), nobody)
    })

    test('leaves the data of an ordinary user to that user', async () => {
      const dataDirectory = temporaryFolder()
      chownSync(dataDirectory, nobody, nobody)
      await worksTwice(dataDirectory, asNobody)
      await worksTwice(dataDirectory, [])
      await worksTwice(dataDirectory, asNobody)
      assert.equal(ownerOf(clusterOf(dataDirectory)), nobody)
    })

    test('is told so where it can become nobody else', async () => {
      const { opening } = await spawnUser([temporaryFolder()], ['env', pathWithout('unshare', 'setpriv')])
      assert.equal(opening.code, 'database_unusable')
      assert.match(
        opening.message!,
        /: PostgreSQL refuses to run as root, and this system lets root become nobody else; start as an ordinary user, or set DATABASE_URL/,
      )
    })

    test('has data that is refused to an ordinary user in a sentence', async () => {
      const dataDirectory = temporaryFolder()
      chmodSync(dataDirectory, 0o755)
      await worksTwice(dataDirectory, [])
      const { opening } = await spawnUser([dataDirectory], asNobody)
      assert.equal(opening.code, 'database_unusable')
      assert.match(opening.message!, /: it belongs to user 0, not to 65534; start as that user\.$/)
    })
  })
}
