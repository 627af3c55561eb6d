import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { examplesOf, operationsOf } from '../generated-requests/operations.ts'
import type { ApiDocument, Operation, Shown } from '../generated-requests/operations.ts'
import { resolved } from '../generated-requests/json-schema.ts'
import { schemaFaults } from '../generated-requests/schema-faults.ts'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

let app: ServedApplication
let document: ApiDocument = { openapi: '', paths: {} }
let operations: Operation[] = []
before(async () => {
  app = await servedApplication({ works: false })
  document = (await app.call('GET', '/openapi.json')).body
  operations = operationsOf(document)
})
after(() => app[Symbol.asyncDispose]())

/** Every documented operation, so that none comes or goes unnoticed. */
const expected = [
  'GET /health',
  'GET /metrics',
  'POST /check',
  'POST /simulate',
  'POST /optimize',
  'POST /optimize/frontier',
  'GET /tasks/{task_id}',
  'POST /tasks/{task_id}/cancel',
  'GET /history/',
  'GET /history/{simulation_id}',
  'GET /history/{simulation_id}/series',
  'GET /history/{simulation_id}/trades',
  'PATCH /history/{simulation_id}',
  'DELETE /history/{simulation_id}',
  'POST /history/{simulation_id}/restore',
  'POST /report',
  'GET /report/{task_id}',
  'GET /report/{task_id}/file',
  'GET /assets',
  'GET /definitions',
]

describe('the OpenAPI document', () => {
  test('is 3.1 and has every operation', () => {
    assert.match(document.openapi, /^3\.1\./)
    const found = operations.map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(found.filter((each) => !each.includes(' /auth/')).toSorted(), expected.toSorted())
    assert.ok(found.filter((each) => each.includes(' /auth/')).length >= 18, found.join('\n'))
  })

  test('every operation has a summary, a description, an id, examples of what comes and goes as JSON, and a list of errors', () => {
    const faults = operations.flatMap((operation) =>
      lacks(operation).map((what) => `${operation.method} ${operation.path} lacks ${what}`),
    )
    assert.deepEqual(faults, [])
    const ids = operations.map(({ operationId }) => operationId)
    assert.equal(new Set(ids).size, operations.length)
  })

  test('every example fits its schema', () => {
    const components = document.components?.schemas ?? {}
    const faults = operations.flatMap((operation) =>
      bodiesOf(operation).flatMap(({ media }) =>
        shownBy(media).flatMap((example) => schemaFaults(example, media.schema, { components, path: operation.path })),
      ),
    )
    assert.deepEqual(faults, [])
  })

  test('every pattern can be read without what only some languages know', () => {
    const patterns = Array.from(JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g), ([, text = '']) =>
      JSON.parse(text),
    )
    assert.ok(patterns.length > 3)
    for (const pattern of patterns) {
      assert.doesNotThrow(() => new RegExp(pattern), pattern)
      assert.doesNotMatch(pattern, /\\p\{|\\P\{|\\u\{|\(\?<|--|&&/)
    }
  })

  test('every object that comes or goes has a name, and no number the bounds of a machine', () => {
    const unnamed = operations.flatMap((operation) =>
      bodiesOf(operation).flatMap(({ name, media: { schema } }) => {
        const { items = schema } = schema
        return '$ref' in items ? [] : [`${operation.method} ${operation.path} ${name}`]
      }),
    )
    // The empty body of a ticket needs none.
    assert.deepEqual(unnamed, ['POST /auth/ws-ticket request'])
    assert.doesNotMatch(JSON.stringify(document), /9007199254740991/)
    const { schemas = {} } = document.components ?? {}
    assert.doesNotMatch(Object.keys(schemas).join(' '), /Input/)
    const names = ['Accepted', 'Asset', 'Checked', 'Definition', 'HistoryPage', 'Task', 'TradesPage']
    assert.deepEqual(
      names.filter((name) => schemas[name] === undefined),
      [],
    )
    assert.deepEqual(
      [schemas['HistoryItem']?.properties?.['id']?.minimum, schemas['Account']?.properties?.['id']?.minimum],
      [1, 1],
    )
  })

  test('a body that may be left out is not required', () => {
    const ticket = operations.find(({ path }) => path === '/auth/ws-ticket')
    assert.equal(ticket?.requestBody?.required, false)
    assert.equal(operations.find(({ path }) => path === '/simulate')?.requestBody?.required, true)
  })

  test('refers to no schema that is missing, and has none that nothing refers to', () => {
    const text = JSON.stringify(document)
    const names = Object.keys(document.components?.schemas ?? {})
    const used = new Set(Array.from(text.matchAll(/#\/components\/schemas\/([^"]+)"/g), ([, name = '']) => name))
    assert.deepEqual(used, new Set(names))
  })
})

/** What is sent and answered as JSON when all goes well. */
function bodiesOf({ requestBody, responses }: Operation): { name: string; media: Shown }[] {
  const sent = Object.entries(requestBody?.content ?? {}).map(([type, media]) => ({ name: 'request', type, media }))
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const answered = answers.flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([type, media]) => ({ name: status, type, media })),
  )
  return [...sent, ...answered].filter(({ type }) => type === 'application/json')
}

function shownBy(media: Shown): unknown[] {
  const rule = resolved(media.schema, document.components?.schemas ?? {})
  return [...examplesOf(media), ...[rule, ...(rule.anyOf ?? [])].flatMap(({ examples = [] }) => examples)]
}

function lacks(operation: Operation): string[] {
  const { summary, description, operationId, responses, path } = operation
  const without = bodiesOf(operation).filter(({ media }) => shownBy(media).length === 0)
  const hasErrors = Object.keys(responses).some((status) => status.startsWith('4')) || path === '/health'
  return [
    summary ? [] : ['a summary'],
    description ? [] : ['a description'],
    operationId ? [] : ['an id'],
    without.map(({ name }) => `an example of ${name}`),
    hasErrors ? [] : ['errors'],
  ].flat()
}

describe('/docs', () => {
  test('comes whole from this process and obeys the policy', async () => {
    const page = await app.call('GET', '/docs/')
    assert.equal(page.status, 200)
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.doesNotMatch(policy, /unsafe|https:|\*/)
    assert.doesNotMatch(page.text, /<script>|<style>| style=| on[a-z]+=|https?:\/\//)
    const parts = Array.from(page.text.matchAll(/(?:src|href)="([^"]+)"/g), ([, path = '']) => new URL(path, `${app.url}/docs/`))
    assert.ok(parts.length >= 5)
    for (const { origin, pathname } of parts) {
      assert.equal(origin, app.url)
      assert.equal((await app.call('GET', pathname)).status, 200, pathname)
    }
  })

  test('answers without the slash too', async () => {
    const { status, text } = await app.call('GET', '/docs')
    assert.deepEqual([status, text.includes('swagger-ui')], [200, true])
  })
})
