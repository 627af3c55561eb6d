import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PasswordHashing } from '@portofino/passwords'
import { passwordHashing } from '@portofino/passwords'
import { accountsUnderTest, password } from './accounts-under-test.ts'
import type { TestedAccounts } from './accounts-under-test.ts'

const email = 'ann@example.com'
const attempts = 500

/** Counts how often a password was really tried. */
function countedHashing(): PasswordHashing & { tries: () => number } {
  const hashing = passwordHashing({ memoryCost: 256, timeCost: 1 })
  let tries = 0
  return {
    hash: hashing.hash,
    check: (given, hash) => {
      tries += 1
      return hashing.check(given, hash)
    },
    tries: () => tries,
  }
}

describe('500 guesses at one account', () => {
  for (const [name, address] of [
    ['from as many networks', (i: number) => `198.51.${i % 250}.${Math.floor(i / 250)}`],
    ['from the network of the owner', () => '192.0.2.66'],
    ['from this machine', () => '127.0.0.1'],
  ] as const) {
    test(`${name}: at most 100 are tried, and the owner is in within 2 s`, async () => {
      const hashing = countedHashing()
      await using accounts = await accountsUnderTest({ hashing, limits: { loginsPerMinute: 100_000 } })
      await accounts.register(email)
      const first = await accounts.post('/auth/login', { email, password }, { remoteAddress: '192.0.2.7' })
      const device = first.cookies.find((cookie) => cookie.name.includes('device'))!
      const before = hashing.tries()
      for (let i = 0; i < attempts; i += 25) {
        const burst = Array.from({ length: 25 }, (_, j) =>
          accounts.post('/auth/login', { email, password: `guess ${i + j}` }, { remoteAddress: address(i + j) }),
        )
        for (const { statusCode } of await Promise.all(burst)) assert.ok(statusCode === 401 || statusCode === 429)
        accounts.pass(2000)
      }
      assert.ok(hashing.tries() - before <= 100, `${hashing.tries() - before} were tried`)
      const start = performance.now()
      const headers = { cookie: `${device.name}=${device.value}` }
      const owner = await accounts.post('/auth/login', { email, password }, { remoteAddress: '192.0.2.7', headers })
      assert.equal(owner.statusCode, 200)
      assert.ok(performance.now() - start <= 2000)
    })
  }

  test('an owner without the cookie comes in from the usual network', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    await accounts.login(email, { remoteAddress: '192.0.2.7' })
    for (let i = 0; i < 10; i += 1)
      await accounts.post('/auth/login', { email, password: 'guess' }, { remoteAddress: '198.51.100.1' })
    const reply = await accounts.post('/auth/login', { email, password }, { remoteAddress: '192.0.2.200' })
    assert.equal(reply.statusCode, 200)
  })
})

const fail = (accounts: TestedAccounts) => accounts.post('/auth/login', { email, password: 'guess' })

describe('failures', () => {
  test('cost 1 s from the fifth on, then twice as much each, up to a quarter of an hour', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    for (let i = 0; i < 5; i += 1) assert.equal((await fail(accounts)).statusCode, 401)
    const waits = []
    for (let i = 0; i < 12; i += 1) {
      const refused = await fail(accounts)
      assert.equal(refused.statusCode, 429)
      const wait = Number(refused.headers['retry-after'])
      waits.push(wait)
      accounts.pass(wait * 1000)
      assert.equal((await fail(accounts)).statusCode, 401)
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
  })

  test('are forgotten by a good sign-in, and after a day', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    for (let i = 0; i < 4; i += 1) await fail(accounts)
    await accounts.login(email)
    for (let i = 0; i < 5; i += 1) assert.equal((await fail(accounts)).statusCode, 401)
    assert.equal((await fail(accounts)).statusCode, 429)
    accounts.pass(86_400_000 + 1000)
    for (let i = 0; i < 5; i += 1) assert.equal((await fail(accounts)).statusCode, 401)
  })

  test('at the same moment are no way around', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const replies = await Promise.all(Array.from({ length: 30 }, () => fail(accounts)))
    assert.equal(replies.filter(({ statusCode }) => statusCode === 401).length, 5)
  })
})
