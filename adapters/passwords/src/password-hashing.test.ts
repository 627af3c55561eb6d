import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { passwordHashing } from './password-hashing.ts'

const quick = { memoryCost: 1024, timeCost: 1 }

describe('passwordHashing', () => {
  test('hashes by Argon2id at 64 MiB, three passes, one lane', async () => {
    assert.match(await passwordHashing().hash('correct horse'), /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  })

  test('knows the right password in any Unicode form, and no other', async () => {
    const { hash, check } = passwordHashing(quick)
    const stored = await hash('Zürich am See'.normalize('NFD'))
    assert.deepEqual(await check('Zürich am See'.normalize('NFC'), stored), { isRight: true, rehash: null })
    assert.deepEqual(await check('zürich am see', stored), { isRight: false, rehash: null })
    assert.deepEqual(await check('', stored), { isRight: false, rehash: null })
  })

  test('an account that does not exist never signs in', async () => {
    assert.deepEqual(await passwordHashing(quick).check('the hash of nobody', null), { isRight: false, rehash: null })
  })

  test('a hash of other costs is replaced when the password is right', async () => {
    const old = await passwordHashing({ memoryCost: 512, timeCost: 1 }).hash('correct horse')
    const { check } = passwordHashing(quick)
    const { isRight, rehash } = await check('correct horse', old)
    assert.ok(isRight)
    assert.match(rehash ?? '', /m=1024,t=1,p=1/)
    assert.deepEqual(await check('correct horse', rehash), { isRight: true, rehash: null })
    assert.equal((await check('wrong', old)).rehash, null)
  })
})
