import assert from 'node:assert/strict'
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { writeFileWhole } from './write-file-whole.ts'

function* broken(): Generator<string> {
  yield 'new'
  throw new Error('no more')
}

describe('writeFileWhole', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portofino-cli-'))
  })
  after(() => rm(folder, { recursive: true }))

  test('replaces the file by all pieces', async () => {
    const file = join(folder, 'series.csv')
    await writeFile(file, 'old')
    await writeFileWhole(file, { pieces: ['a\n', 'b\n'], command: 'simulate' })
    assert.equal(await readFile(file, 'utf8'), 'a\nb\n')
    assert.deepEqual(await readdir(folder), ['series.csv'])
  })

  test('keeps the old file when the new one cannot be finished', async () => {
    const file = join(folder, 'kept.csv')
    await writeFile(file, 'old')
    await assert.rejects(writeFileWhole(file, { pieces: broken(), command: 'simulate' }), {
      name: 'WrongUse',
      message: /kept\.csv: no more/,
    })
    assert.equal(await readFile(file, 'utf8'), 'old')
    assert.ok(!(await readdir(folder)).some((name) => name.includes('unfinished')))
  })

  test('follows a link and keeps the permissions of what it replaces', async () => {
    const [file, link] = [join(folder, 'private.csv'), join(folder, 'link.csv')]
    await writeFile(file, 'old', { mode: 0o600 })
    await symlink(file, link)
    await writeFileWhole(link, { pieces: ['new'], command: 'simulate' })
    assert.equal(await readFile(file, 'utf8'), 'new')
    assert.ok((await lstat(link)).isSymbolicLink())
    assert.equal((await stat(file)).mode & 0o777, 0o600)
  })

  test('refuses to replace a device', async () => {
    await assert.rejects(writeFileWhole('/dev/null', { pieces: [], command: 'simulate' }), {
      message: /\/dev\/null: it is no plain file/,
    })
    assert.ok((await stat('/dev/null')).isCharacterDevice())
  })

  test('names the file that it cannot write', async () => {
    const lost = join(folder, 'nowhere', 'series.csv')
    await assert.rejects(writeFileWhole(lost, { pieces: [], command: 'simulate' }), {
      message: `cannot write ${lost}: there is no such file or folder`,
    })
    await assert.rejects(writeFileWhole(folder, { pieces: [], command: 'simulate' }), { message: /it is a folder; name a file/ })
  })
})
