import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loginSchema, newApiTokenSchema, registrationSchema } from './accounts.ts'

const password = 'seven geese fly south'
const paths = (value: unknown): string[] =>
  (loginSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('loginSchema', () => {
  test('takes JSON and the form', () => {
    assert.deepEqual(loginSchema.parse({ email: 'a@b.c', password }), { email: 'a@b.c', password, session: 'json' })
    assert.deepEqual(loginSchema.parse({ username: 'a@b.c', password }), { username: 'a@b.c', password, session: 'json' })
    assert.equal(loginSchema.safeParse({ username: 'a', password, grant_type: 'password', scope: '' }).success, true)
  })

  const wrong: [unknown, RegExp[]][] = [
    [{ email: 'a@b.c' }, [/^password: .*undefined/]],
    [{}, [/^email: .*undefined/, /^password: .*undefined/]],
    [{ email: 5, password }, [/^email: .*number/]],
    [{ username: ['a', 'b'], password }, [/^username: .*array/]],
    [{ username: 'a', email: 'a@b.c', password }, [/email/]],
    [{ email: 'a@b.c', password, sesion: 'cookie' }, [/sesion/]],
    [null, [/expected object/]],
    [[], [/expected object/]],
  ]
  for (const [value, expected] of wrong) {
    test(`says what is wrong with ${JSON.stringify(value)}`, () => {
      const found = paths(value)
      assert.equal(found.length, expected.length, found.join())
      for (const [i, pattern] of expected.entries()) assert.match(found[i]!, pattern)
    })
  }
})

describe('names that people read', () => {
  const hidden = ['\ud800', '\u200b', '\u202e', '\u00ad', '\ufeff', '\0', '\u0007', '\u{e0041}']
  test('have no characters that nobody sees and no halves of one', () => {
    for (const each of hidden) {
      const email = `x${each}@example.com`
      const name = `note${each}book`
      assert.equal(registrationSchema.safeParse({ email, password }).success, false, JSON.stringify(email))
      assert.equal(newApiTokenSchema.safeParse({ name, scope: 'read' }).success, false, JSON.stringify(name))
    }
    assert.equal(registrationSchema.safeParse({ email: 'x@example.com', password: `${password}\udc00` }).success, false)
  })

  test('have all others', () => {
    for (const email of ['ann@example.com', 'ännä@bücher.example', '李@例子.example', "o'neil+x@sub.example.org"])
      assert.equal(registrationSchema.safeParse({ email, password }).success, true, email)
    for (const name of ['notebook', 'Büro ☂', '研究'])
      assert.equal(newApiTokenSchema.safeParse({ name, scope: 'read' }).success, true, name)
  })
})
