import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exampleCommand, socketProtocol } from '@portofino/contract'
import { password, servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const account = { email: 'ann@example.com', password }

for (const origin of ['http://localhost:3000', 'http://localhost:5173']) {
  describe(`a page of ${origin}, without any setting`, () => {
    let app: ServedApplication
    let token = ''
    // What a browser adds: the ports of a host are one site, so cookies that are strict come along.
    const page = { origin, 'sec-fetch-site': 'same-site' }
    before(async () => {
      app = await servedApplication()
    })
    after(async () => app[Symbol.asyncDispose]())

    test('may ask, and is told so', async () => {
      for (const [method, path] of [
        ['POST', '/auth/login'],
        ['PATCH', '/history/1'],
        ['DELETE', '/history/1'],
      ] as const) {
        const asked = { 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type' }
        const { status, headers } = await app.call('OPTIONS', path, { headers: { ...page, ...asked } })
        assert.equal(status, 204)
        assert.deepEqual(
          [headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')],
          [origin, 'true'],
        )
        assert.match(headers.get('access-control-allow-methods') ?? '', new RegExp(method))
        assert.match(headers.get('access-control-allow-headers') ?? '', /authorization.*content-type/)
      }
    })

    test('signs in with a cookie and stays signed in', async () => {
      await app.call('POST', '/auth/register', { json: account, headers: page })
      const signedIn = await app.call('POST', '/auth/login', { json: { ...account, session: 'cookie' }, headers: page })
      assert.equal(signedIn.status, 200)
      const [cookie = ''] = signedIn.headers.getSetCookie().filter((each) => each.startsWith('portofino_refresh_'))
      assert.match(cookie, /HttpOnly; SameSite=Strict/)
      const headers = { ...page, cookie: cookie.split(';')[0]! }
      const refreshed = await app.call('POST', '/auth/refresh', { json: {}, headers })
      assert.equal(refreshed.status, 200)
      token = refreshed.body.access_token
    })

    test('runs a command, follows it on a socket with its own ticket, downloads the report', async () => {
      const { body: run } = await app.call('POST', '/simulate', { token, json: { command: exampleCommand }, headers: page })
      const ticket = async () => (await app.call('POST', '/auth/ws-ticket', { token, headers: page })).body.ticket
      const path = `/ws/simulations/${run.task_id}`
      const protocols = async () => [socketProtocol, `ticket.${await ticket()}`]
      const heard = await app.listen(path, { protocols: await protocols(), origin })
      assert.deepEqual([heard.code, heard.messages.at(-1).status], [1000, 'done'])
      assert.equal((await app.listen(path, { protocols: await protocols(), origin: app.url })).code, 4401)
      const { body: report } = await app.call('POST', '/report', {
        token,
        json: { simulation_id: run.simulation_id },
        headers: page,
      })
      await app.listen(`/ws/reports/${report.task_id}`, { protocols: await protocols(), origin })
      const file = await app.call('GET', `/report/${report.task_id}/file`, { token, headers: page })
      assert.deepEqual([file.status, file.headers.get('access-control-allow-origin')], [200, origin])
      assert.match(file.headers.get('access-control-expose-headers') ?? '', /content-disposition/)
    })
  })
}

describe('a page of an origin that only looks like these', () => {
  let app: ServedApplication
  before(async () => {
    app = await servedApplication({ works: false })
  })
  after(async () => app[Symbol.asyncDispose]())

  for (const origin of [
    'http://localhost:3001',
    'http://127.0.0.1:3000',
    'https://localhost:3000',
    'http://localhost.example:3000',
  ]) {
    test(`${origin} may neither read nor ask`, async () => {
      const headers = { origin, 'sec-fetch-site': 'same-site' }
      const { status, headers: said } = await app.call('POST', '/auth/guest', { json: { session: 'cookie' }, headers })
      assert.deepEqual([status, said.get('access-control-allow-origin'), said.getSetCookie()], [403, null, []])
    })
  }
})
