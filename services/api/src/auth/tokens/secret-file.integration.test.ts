import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createSecretFile, readSecretFile } from './secret-file.ts'

describe('a secret file', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portofino-secret-'))
  })
  after(() => rm(folder, { recursive: true }))

  test('is absent until it is made, whole, for this user only', async () => {
    const path = join(folder, 'keys', 'one.key')
    assert.equal(await readSecretFile(path), null)
    await createSecretFile(path, 'secret')
    assert.equal(String(await readSecretFile(path)), 'secret')
    assert.equal((await stat(path)).mode & 0o777, 0o600)
  })

  test('stays the first one’s, when several make it at once', async () => {
    const path = join(folder, 'keys', 'two.key')
    await Promise.all(Array.from({ length: 20 }, (_, i) => createSecretFile(path, `writer ${i}`)))
    const content = String(await readSecretFile(path))
    await createSecretFile(path, 'late')
    assert.equal(String(await readSecretFile(path)), content)
    assert.ok((await readdir(join(folder, 'keys'))).every((name) => name.endsWith('.key')))
  })

  test('is refused when others may read it', async () => {
    const path = join(folder, 'open.key')
    await writeFile(path, 'secret')
    await chmod(path, 0o640)
    await assert.rejects(readSecretFile(path), /mode must be 600, got 640/)
  })

  test('is refused when it is a link', async () => {
    const path = join(folder, 'link.key')
    await symlink(join(folder, 'keys', 'one.key'), path)
    await assert.rejects(readSecretFile(path), /symbolic link/)
  })
})
