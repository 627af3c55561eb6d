import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { sql } from 'kysely'
import type { Answer } from './trial/caller.ts'
import { servedApplication } from './trial/served-application.ts'

const password = 'canary-password-f3a91c'

/** As it could be written by somebody who did not think of it. */
function forms(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ]
}

test('no secret of a whole run is in the log, in another reply, or in the database', async () => {
  await using app = await servedApplication()
  const replies: Answer[] = []
  const secrets = new Map<string, string>([['password', password]])
  const call: typeof app.call = async (...given) => {
    const answer = await app.call(...given)
    replies.push(answer)
    return answer
  }
  const json = { email: 'ann@example.com', password }
  await call('POST', '/auth/register', { json })
  const { body: pair } = await app.call('POST', '/auth/login', { json })
  const { body: next } = await app.call('POST', '/auth/refresh', { json: { refresh_token: pair.refresh_token } })
  for (const [name, value] of Object.entries({ ...pair, next_access: next.access_token, next_refresh: next.refresh_token })) {
    if (typeof value === 'string' && value.length > 20) secrets.set(name, value)
  }
  const token: string = next.access_token
  const { body: made } = await app.call('POST', '/auth/tokens', { token, json: { name: 'notebook', scope: 'operate' } })
  secrets.set('api token', made.token)
  const { body: ticket } = await app.call('POST', '/auth/ws-ticket', { token, json: {}, headers: { origin: app.url } })
  secrets.set('ticket', ticket.ticket)

  const { body: order } = await call('POST', '/simulate', { token: made.token, json: { command: exampleCommand } })
  const protocols = ['portofino.v1', `ticket.${ticket.ticket}`]
  await app.listen(`/ws/simulations/${order.task_id}`, { protocols, origin: app.url })
  await app.listen(`/ws/simulations/${order.task_id}?token=${token}`)
  for (const path of ['/auth/me', '/auth/sessions', '/auth/tokens', '/auth/export', '/history/', '/metrics', '/health']) {
    await call('GET', path, { token })
  }
  await call('POST', '/auth/login', { json: { ...json, password: `${password}!` } })
  await call('POST', '/auth/login', { json: { ...json, extra: password } })
  await call('GET', `/history/?q=${password}`, { token: `${token}x` })
  await call('POST', '/auth/password', { token, json: { current_password: password, new_password: 'short' } })
  await call('POST', '/auth/logout', { json: { refresh_token: next.refresh_token } })

  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.tables where table_schema in ('public', 'pgboss')
      and table_type = 'BASE TABLE'`.execute(app.context.database.db)
  const stored = await Promise.all(
    rows.map(async ({ table_name: name }) => {
      const schema =
        name.startsWith('job') || ['queue', 'version', 'schedule', 'subscription'].includes(name) ? 'pgboss' : 'public'
      const { rows: texts } = await sql<{ row: string }>`
        select row_to_json(t)::text as row from ${sql.id(schema, name)} t`
        .execute(app.context.database.db)
        .catch(() => ({ rows: [] }))
      return texts.map(({ row }) => row).join('\n')
    }),
  )
  const places = { log: app.lines.join('\n'), replies: replies.map(({ text }) => text).join('\n'), database: stored.join('\n') }
  assert.ok(places.database.includes('ann@example.com') && places.log.length > 1000)
  for (const [place, text] of Object.entries(places)) {
    for (const [name, secret] of secrets) {
      for (const form of forms(secret)) assert.ok(!text.includes(form), `${place} holds the ${name}`)
    }
  }
})
