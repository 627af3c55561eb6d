import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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

  test('names the file that it cannot write', async () => {
    const lost = join(folder, 'nowhere', 'series.csv')
    await assert.rejects(writeFileWhole(lost, { pieces: [], command: 'simulate' }), {
      message: `cannot write ${lost}: there is no such file or folder`,
    })
    await assert.rejects(writeFileWhole(folder, { pieces: [], command: 'simulate' }), { message: /it is a folder; name a file/ })
  })
})
