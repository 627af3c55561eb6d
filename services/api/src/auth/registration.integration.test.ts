import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { accountsUnderTest, password } from './accounts-under-test.ts'

describe('registration', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  const { post } = accounts

  test('answers 201 with id and address, and the address signs in whatever its case and Unicode form', async () => {
    const reply = await post('/auth/register', { email: ' Zoë@Example.com ', password })
    assert.equal(reply.statusCode, 201)
    assert.deepEqual(Object.keys(reply.json()), ['id', 'email'])
    assert.equal(reply.json().email, 'Zoë@Example.com')
    const login = await post('/auth/login', { email: 'ZOË@EXAMPLE.COM'.normalize('NFD'), password })
    assert.equal(login.statusCode, 200)
  })

  test('an address is taken once, also when two ask at the same moment', async () => {
    const replies = await Promise.all(
      ['Twice@example.com', 'twice@example.com', 'TWICE@example.com'].map((email) => post('/auth/register', { email, password })),
    )
    assert.deepEqual(
      replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
      [201, 409, 409],
    )
    const refused = replies.find(({ statusCode }) => statusCode === 409)!
    assert.equal(refused.json().code, 'email_taken')
  })

  for (const email of [
    '',
    'ann',
    '@example.com',
    'ann@',
    'ann@example',
    'a b@example.com',
    'ann@exa\u0000mple.com',
    'a@b..c',
    `${'a'.repeat(250)}@b.cd`,
    5,
    null,
  ]) {
    test(`refuses the address ${JSON.stringify(email)?.slice(0, 30)}`, async () => {
      const reply = await post('/auth/register', { email, password })
      assert.equal(reply.statusCode, 400)
      assert.equal(reply.json().errors[0].field, 'email')
    })
  }

  for (const [weak, words] of [
    ['short', /at least 8/],
    ['password123', /tried first/],
    ['portofino99', /name of this product/],
    ['weak.chooser', /e-mail address/],
    ['x'.repeat(129), /at most 128/],
  ] as const) {
    test(`refuses the password ${weak.slice(0, 20)} with a sentence`, async () => {
      const reply = await post('/auth/register', { email: 'weak.chooser@example.com', password: weak })
      assert.equal(reply.statusCode, 422)
      assert.equal(reply.json().code, 'invalid_password')
      assert.match(reply.json().detail, words)
    })
  }

  test('refuses unknown fields: nobody makes themselves operator', async () => {
    const reply = await post('/auth/register', { email: 'eve@example.com', password, role: 'operator' })
    assert.equal(reply.statusCode, 400)
  })

  test('keeps no password', async () => {
    const rows = await accounts.database.db.selectFrom('users').select('password_hash').execute()
    assert.ok(rows.length > 0)
    for (const row of rows) assert.match(row.password_hash ?? '', /^\$argon2id\$/)
  })
})

describe('who becomes operator', () => {
  test('the first account of a local server, and of several at once only one', async () => {
    await using accounts = await accountsUnderTest()
    assert.equal((await accounts.get('/auth/options')).json().first_account, true)
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => accounts.register(`${name}@example.com`)))
    const roles = await accounts.database.db.selectFrom('users').select('role').execute()
    assert.deepEqual(roles.map(({ role }) => role).toSorted(), ['member', 'member', 'member', 'operator'])
    assert.equal((await accounts.get('/auth/options')).json().first_account, false)
  })

  test('nobody on a server that others can reach', async () => {
    await using accounts = await accountsUnderTest({ isLoopback: false })
    await accounts.register('ann@example.com')
    const { access_token: token } = await accounts.login('ann@example.com')
    assert.equal((await accounts.get('/auth/me', token)).json().role, 'member')
  })
})

describe('a closed server', () => {
  test('registers nobody and says so', async () => {
    await using accounts = await accountsUnderTest({ registration: 'closed' })
    const reply = await accounts.post('/auth/register', { email: 'ann@example.com', password })
    assert.equal(reply.statusCode, 403)
    assert.equal(reply.json().code, 'registration_closed')
    assert.equal((await accounts.get('/auth/options')).json().registration, 'closed')
  })
})

describe('the limit of registrations', () => {
  test('is five an hour of one network; others and this machine itself go on', async () => {
    await using accounts = await accountsUnderTest()
    const from = async (remoteAddress: string, name: string): Promise<number> =>
      (await accounts.post('/auth/register', { email: `${name}@example.com`, password }, { remoteAddress })).statusCode
    const codes = []
    for (let i = 0; i < 6; i += 1) codes.push(await from(`203.0.113.${i}`, `a${i}`))
    assert.deepEqual(codes, [201, 201, 201, 201, 201, 429])
    assert.equal(await from('203.0.114.1', 'b'), 201)
    for (let i = 0; i < 7; i += 1) assert.equal(await from('127.0.0.1', `c${i}`), 201)
    accounts.pass(3_600_000)
    assert.equal(await from('203.0.113.1', 'd'), 201)
  })
})

test('registrations with a weak password do not count, those of a taken address do', async () => {
  await using accounts = await accountsUnderTest()
  const from = async (name: string, chosen = password): Promise<number> => {
    const body = { email: `${name}@example.com`, password: chosen }
    return (await accounts.post('/auth/register', body, { remoteAddress: '203.0.113.1' })).statusCode
  }
  for (let i = 0; i < 6; i += 1) assert.equal(await from('ann', 'password1'), 422)
  const codes = []
  for (let i = 0; i < 6; i += 1) codes.push(await from('ann'))
  assert.deepEqual(codes, [201, 409, 409, 409, 409, 429])
})
