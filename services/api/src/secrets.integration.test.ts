import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { zstdDecompressSync } from 'node:zlib'
import { exampleCommand } from '@portofino/contract'
import { breakableProxy, type Database, temporaryDatabase } from '@portofino/database'
import { sql } from 'kysely'
import { providerUnderTest } from './auth/google/provider-under-test.ts'
import { canaries, filesBelow, unzipped, type Canaries } from './trial/canaries.ts'
import { callerOf, type Answer, type CallOptions } from './trial/caller.ts'
import { postmasterOf } from './trial/small-disk.ts'
import { mainFile, startedProcess, type StartedProcess } from './trial/started-process.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-secrets-'))
after(async () => rm(root, { recursive: true }))
const run = promisify(execFile)

const password = 'canary-password-f3a91c'
const email = 'ann@example.com'
const secretSettings = { GOOGLE_CLIENT_SECRET: 'canary-client-secret-77b0', METRICS_TOKEN: 'canary-metrics-token-5d12' }
const settings = { ...secretSettings, GOOGLE_CLIENT_ID: 'portofino', LOG_LEVEL: 'trace', CALLS_PER_MINUTE: '1000' }

/** Everything that the process says on its outputs. */
function outputOf({ child, lines }: StartedProcess): () => string {
  let stdout = ''
  child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()))
  return () => `${stdout}\n${lines.join('\n')}`
}

/** Signs in and uses the secrets in every way, rightly and wrongly; gives the replies that may hold none. */
async function useSecrets(
  { url }: StartedProcess,
  secrets: Canaries,
): Promise<{ replies: Map<string, string>; workbook: Buffer }> {
  const { call, listen } = callerOf(url)
  const replies = new Map<string, string>()
  const check = async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const answer = await call(method, path, options)
    replies.set(`${replies.size} ${method} ${path}`, `${JSON.stringify([...answer.headers])} ${answer.text}`)
    return answer
  }
  secrets.plant('password', password)
  await check('POST', '/auth/register', { json: { email, password } })
  const { body: first } = await call('POST', '/auth/login', { json: { email, password } })
  secrets.plant('used refresh token', first.refresh_token)
  const { body: pair } = await call('POST', '/auth/refresh', { json: { refresh_token: first.refresh_token } })
  const token: string = pair.access_token
  for (const [name, secret] of [
    ['first access token', first.access_token],
    ['access token', token],
    ['refresh token', pair.refresh_token],
  ])
    secrets.plant(name, secret)
  const page = { origin: url, 'sec-fetch-site': 'same-origin' }
  const signedIn = await call('POST', '/auth/login', { json: { email, password, session: 'cookie' }, headers: page })
  const [cookie = ''] = (signedIn.headers.getSetCookie()[0] ?? '').split(';')
  secrets.plant('cookie', cookie.slice(cookie.indexOf('=') + 1))
  secrets.plant("the page's access token", signedIn.body.access_token)
  assert.equal(signedIn.body.refresh_token, undefined)
  const { body: made } = await call('POST', '/auth/tokens', { token, json: { name: 'notebook', scope: 'operate' } })
  secrets.plant('API token', made.token)
  const { body: issued } = await call('POST', '/auth/ws-ticket', { token, json: {}, headers: { origin: url } })
  secrets.plant('ticket', issued.ticket)

  const { body: order } = await check('POST', '/simulate', { token: made.token, json: { command: exampleCommand } })
  const protocols = ['portofino.v1', `ticket.${issued.ticket}`]
  for (const heard of [
    await listen(`/ws/simulations/${order.task_id}`, { protocols, origin: url }),
    await listen(`/ws/simulations/${order.task_id}`, { protocols, origin: url }),
    await listen(`/ws/simulations/${order.task_id}?token=${token}`),
  ]) {
    replies.set(`${replies.size} socket`, JSON.stringify(heard.messages) + heard.reason)
  }
  const { body: report } = await check('POST', '/report', { token, json: { simulation_id: order.simulation_id } })
  await listen(`/ws/reports/${report.task_id}`, { token })
  const file = await fetch(`${url}/report/${report.task_id}/file`, { headers: { authorization: `Bearer ${token}` } })
  const workbook = Buffer.from(await file.arrayBuffer())

  const reading = [
    '/auth/me',
    '/auth/options',
    '/auth/sessions',
    '/auth/tokens',
    '/auth/export',
    '/history/',
    '/metrics',
    '/health',
    '/openapi.json',
    '/docs/',
  ]
  for (const path of reading) assert.equal((await check('GET', path, { token })).status, 200, path)
  const wrong: [string, string, CallOptions][] = [
    ['POST', '/auth/login', { json: { email, password: `${password}!` } }],
    ['POST', '/auth/login', { json: { email, password, extra: password } }],
    ['POST', '/auth/login', { form: { username: email, password: `${password}?` } }],
    ['GET', `/history/?sort=${password}`, { token }],
    ['GET', '/history/', { token: `${token}x` }],
    ['GET', '/auth/me', { headers: { authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}` } }],
    ['GET', `/history/${token}`, { token }],
    ['GET', '/auth/google/callback?code=canary-code-000001&state=canary-state-000001', {}],
    ['POST', '/auth/password', { token, json: { current_password: password, new_password: 'short' } }],
    ['POST', '/auth/refresh', { json: { refresh_token: [pair.refresh_token] } }],
    ['POST', '/auth/refresh', { json: {}, headers: { cookie: cookie.slice(0, -1), ...page } }],
    // Used again: its family is revoked.
    ['POST', '/auth/refresh', { json: { refresh_token: first.refresh_token } }],
    ['POST', '/auth/logout', { json: { refresh_token: pair.refresh_token } }],
    ['GET', '/auth/me', { token }],
  ]
  for (const given of wrong) await check(...given)
  return { replies, workbook }
}

test('no secret of a whole run is said, logged or stored where it does not belong', async () => {
  const folder = join(root, 'data')
  const secrets = canaries()
  for (const [name, secret] of Object.entries(secretSettings)) secrets.plant(name, secret)
  const server = await startedProcess(folder, settings)
  const output = outputOf(server)
  const cluster = join(folder, 'database', 'cluster')
  secrets.plant("the database's password", readFileSync(join(cluster, 'portofino-password'), 'utf8'))
  const { replies, workbook } = await useSecrets(server, secrets)
  for (const [place, text] of replies) secrets.requireAbsent(place, text)
  const parts = unzipped(workbook)
  assert.ok(parts.some((part) => part.includes('AAPL')))
  for (const part of parts) secrets.requireAbsent('the workbook', part)

  for (const processId of [server.child.pid, postmasterOf(folder)])
    secrets.requireAbsent('the process list', readFileSync(`/proc/${processId}/cmdline`))
  secrets.requireAbsent('the environment of the database', readFileSync(`/proc/${postmasterOf(folder)}/environ`))

  const backup = join(root, 'portofino.backup')
  const cli = join(mainFile, '../../../cli/src/main.ts')
  const said = await run(process.execPath, [cli, 'backup', backup], { env: { ...process.env, DATA_DIR: folder } })
  secrets.requireAbsent('what the backup says', said.stdout + said.stderr)
  const rows = backupRows(await readFile(backup))
  assert.ok(rows.includes(email) && rows.includes('$argon2id$'))
  secrets.requireAbsent('the backup', rows)

  assert.equal(await server.end('SIGTERM'), 0)
  assert.match(output(), /"signed_in"[\s\S]*"refresh_token_reused"/)
  secrets.requireAbsent('the log', output())
  const files = await filesBelow(folder, ['keys', 'database/cluster/portofino-password'])
  assert.ok([...files].some(([path, bytes]) => path.startsWith('database/cluster/base/') && bytes.includes(email)))
  for (const [path, bytes] of files) secrets.requireAbsent(path, bytes)
  assert.ok(secrets.names().length >= 12)
})

/** What lies compressed between the two lines at its beginning and the digest at its end. */
function backupRows(file: Buffer): Buffer {
  const start = file.indexOf('\n', file.indexOf('\n') + 1) + 1
  return zstdDecompressSync(file.subarray(start, -32))
}

test('the password of DATABASE_URL is not said, also while the database is away', async () => {
  await using database = await temporaryDatabase()
  await using line = await breakableProxy(database.url)
  const secrets = canaries()
  secrets.plant('password of DATABASE_URL', decodeURIComponent(new URL(database.url).password))
  const folder = join(root, 'elsewhere')
  const server = await startedProcess(folder, { ...settings, DATABASE_URL: line.url })
  const output = outputOf(server)
  const { replies } = await useSecrets(server, secrets)
  const { call } = callerOf(server.url)
  await line.cut()
  for (const path of ['/health', '/metrics', '/auth/me'])
    replies.set(`${path} away`, (await call('GET', path, { token: 'x'.repeat(20) })).text)
  await call('POST', '/auth/login', { json: { email, password } })
  await line.mend()
  assert.equal(await server.end('SIGTERM'), 0)
  for (const [place, text] of replies) secrets.requireAbsent(place, text)
  secrets.requireAbsent('the log', output())
  for (const [path, bytes] of await filesBelow(folder, ['keys'])) secrets.requireAbsent(path, bytes)
  const rows = await everyRow(database)
  assert.ok(rows.includes(email))
  secrets.requireAbsent('the database', rows)
  const refused = await startedProcess(join(root, 'refused'), {
    ...settings,
    DATABASE_URL: database.url.replace(/\/portofino_test_/, '/none_'),
  }).then(
    () => assert.fail('it started'),
    (fault: Error) => fault.message,
  )
  assert.match(refused, /DATABASE_URL/)
  secrets.requireAbsent('the refusal to start', refused)
})

/** Of our tables and of the queue's, as JSON. */
async function everyRow({ db }: Database): Promise<string> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(db)
  assert.ok(rows.length > 15)
  const texts: string[] = []
  for (const { schema, name } of rows) {
    const found = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.id(schema, name)} t`.execute(db)
    texts.push(...found.rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

test('no code, state, verifier or client secret of a sign-in with Google is logged or stored', async () => {
  await using tested = await providerUnderTest()
  const secrets = canaries()
  using _ = tested.says({ sub: 'google-gina', email: 'gina@example.com' })
  const browser = tested.newBrowser()
  const outcome = await tested.signIn(browser, (path) => {
    const { searchParams } = new URL(path, 'http://localhost')
    for (const name of ['code', 'state']) secrets.plant(name, searchParams.get(name) ?? '')
    for (const [name, value] of browser.cookies) secrets.plant(`cookie ${name}`, decodeURIComponent(value))
    return path
  })
  assert.equal(outcome, 'ok')
  for (const [name, value] of browser.cookies) secrets.plant(`later cookie ${name}`, decodeURIComponent(value))
  const { access_token: token } = (await browser.post('/auth/refresh')).json()
  secrets.plant('access token', token)
  secrets.plant('client secret', 'canary-client-secret')
  const { accounts } = tested
  for (const url of ['/auth/me', '/auth/export', '/auth/sessions']) {
    const reply = await accounts.get(url, token)
    assert.equal(reply.statusCode, 200)
    secrets.requireAbsent(url, reply.body)
  }
  secrets.requireAbsent('the log', accounts.logLines.join('\n'))
  assert.ok(secrets.names().length >= 5)
})

test('what is searched for would be found', () => {
  const secrets = canaries()
  secrets.plant('password', password)
  for (const form of [password, Buffer.from(password).toString('base64'), Buffer.from(password).toString('hex')])
    assert.throws(() => secrets.requireAbsent('here', `{"a":"${form}"}`), /here holds the password/)
  secrets.requireAbsent('here', createHash('sha256').update(password).digest('hex'))
})
