import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { passwordHashing } from '@portofino/passwords'
import fc from 'fast-check'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'
import { operationsOf } from './operations.ts'
import type { ApiDocument } from './operations.ts'
import { replyFaults } from './reply-faults.ts'
import { requestArbitrary } from './request-arbitrary.ts'
import type { GeneratedRequest } from './request-arbitrary.ts'

/** More, or the same again, by the environment. */
const count = Number(process.env['GENERATED_REQUESTS'] ?? 2000)
const seed = Number(process.env['GENERATED_SEED'] ?? Date.now() % 2 ** 31)
const atATime = 8

/** Stands in everything that the owner made, and must never be told to another. */
const secret = 'canary-of-the-owner'

const emails: Readonly<Record<string, string>> = { owner: `${secret}@example.com`, stranger: 'eve@example.com' }

let app: ServedApplication
let tokens: Readonly<Record<string, string | null>> = {}
let knownIds: Readonly<Record<string, string[]>> = {}

before(async () => {
  // As slow as it must be, hashing would take most of the time here.
  app = await servedApplication({ accounts: { hashing: passwordHashing({ memoryCost: 64, timeCost: 1, queueLength: 1000 }) } })
  const [owner, stranger] = [await app.signUp(emails['owner']!), await app.signUp(emails['stranger']!)]
  const reader = (await app.call('POST', '/auth/tokens', { token: owner, json: { name: secret, scope: 'read' } })).body
  const run = (await app.call('POST', '/simulate', { token: owner, json: { command: `${exampleCommand} # ${secret}` } })).body
  await app.listen(`/ws/simulations/${run.task_id}`, { token: owner })
  await app.call('PATCH', `/history/${run.task_id}`, { token: owner, json: { name: secret } })
  const report = (await app.call('POST', '/report', { token: owner, json: { simulation_id: run.task_id } })).body
  await app.listen(`/ws/reports/${report.task_id}`, { token: owner })
  tokens = { nobody: null, forged: `${owner.slice(0, -5)}AAAAA`, owner, stranger, reader: reader.token }
  knownIds = { simulation_id: [String(run.simulation_id), run.task_id], task_id: [run.task_id, report.task_id], id: ['1', '2'] }
})
after(() => app[Symbol.asyncDispose]())

async function answer({ url, operation, headers, body, caller }: GeneratedRequest) {
  const token = tokens[caller]
  const reply = await fetch(`${app.url}${url}`, {
    method: operation.method,
    headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    redirect: 'manual',
    ...(body === null ? {} : { body }),
  })
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.text() }
}

/** Who has ended every session of the account comes back, or hardly anything more would get through. */
async function signInAgain(caller: string): Promise<void> {
  const email = emails[caller]
  if (email !== undefined) tokens = { ...tokens, [caller]: await app.signUp(email) }
}

test(`${count} generated requests, seed ${seed}: no 5xx, no break of the schemas, nothing for strangers`, async () => {
  const document: ApiDocument = (await app.call('GET', '/openapi.json')).body
  const components = document.components?.schemas ?? {}
  const operations = operationsOf(document)
  const sources = { operations, components, callers: Object.keys(tokens), knownIds }
  const requests = fc.sample(requestArbitrary(sources), { numRuns: count, seed })
  const reached = new Map<string, number>()
  const found: string[] = []

  async function tryOne(request: GeneratedRequest): Promise<void> {
    const { caller, operation, url, body } = request
    const reply = await answer(request)
    const key = `${operation.method} ${operation.path}`
    if (reply.status < 400) reached.set(key, (reached.get(key) ?? 0) + 1)
    if (key === 'DELETE /auth/sessions' && reply.status < 400) await signInAgain(caller)
    const isOwner = caller === 'owner' || caller === 'reader'
    const expectations = {
      components,
      isSignedIn: isOwner || caller === 'stranger',
      mayOnlyRead: caller === 'reader',
      secrets: isOwner ? [] : [secret],
    }
    const faults = replyFaults(request, reply, expectations)
    for (const fault of faults)
      found.push(`${fault}\n  ${caller}: ${operation.method} ${url} ${body ?? ''}\n  ${reply.body.slice(0, 300)}`)
  }

  const waiting = requests.values()
  const worker = async (): Promise<void> => {
    for (const request of waiting) await tryOne(request)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  assert.equal(found.length, 0, `${found.length} faults; the first:\n${found.slice(0, 5).join('\n')}`)
  // The generator is worth something only when it also gets through.
  assert.ok(reached.size >= operations.length / 2, `only ${reached.size} of ${operations.length} operations answered well`)
})
