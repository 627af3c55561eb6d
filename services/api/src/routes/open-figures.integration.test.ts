import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const limits = { loginsPerMinute: 100, registrationsPerHour: 100, callsPerMinute: 3, socketsPerUser: 10 }

let app: ServedApplication
before(async () => {
  app = await servedApplication({ works: false, config: { metricsToken: 'open sesame', limits } })
})
after(() => app[Symbol.asyncDispose]())

/** The status for a request under another name. */
async function statusFor(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  request(`${app.url}${path}`, { headers }, (reply) => {
    reply.resume()
    resolve(reply.statusCode)
  })
    .on('error', reject)
    .end()
  return promise
}

describe('/health and /metrics', () => {
  test('answer to addresses and to the names of this machine', async () => {
    for (const host of ['127.0.0.1:9', '10.1.2.3', '[::1]:9', '[fd00::1]', 'localhost:9'])
      for (const path of ['/health', '/metrics']) assert.equal(await statusFor(path, { host }), 200, `${path} as ${host}`)
  })

  test('answer to no other name, which a page could point here', async () => {
    for (const host of ['evil.example', 'localhost.evil.example:8000', '127.0.0.1.evil.example'])
      for (const path of ['/health', '/metrics']) assert.equal(await statusFor(path, { host }), 421, `${path} as ${host}`)
  })

  test('the figures are closed to what an unknown proxy passes on, unless it brings the token', async () => {
    const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']
    for (const name of forwarding) {
      assert.equal(await statusFor('/metrics', { [name]: '10.0.0.9' }), 403, name)
      assert.equal(await statusFor('/metrics', { [name]: '10.0.0.9', authorization: 'Bearer open sesame' }), 200, name)
    }
    assert.equal(await statusFor('/metrics', {}), 200)
  })
})

test('checks are limited per user, apart from simulations', async () => {
  const [ann, eve] = [await app.signUp('ann@example.com'), await app.signUp('eve@example.com')]
  const check = async (token: string) => app.call('POST', '/check', { token, json: { command: exampleCommand } })
  for (let i = 0; i < limits.callsPerMinute; i += 1) assert.equal((await check(ann)).status, 200)
  const { status, body, headers } = await check(ann)
  assert.deepEqual([status, body.code], [429, 'too_many_requests'])
  assert.ok(Number(headers.get('retry-after')) >= 1)
  assert.equal((await check(eve)).status, 200)
  assert.equal((await app.call('POST', '/simulate', { token: ann, json: { command: exampleCommand } })).status, 202)
})
