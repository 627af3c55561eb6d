import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { examplesOf, operationsOf } from '../generated-requests/operations.ts'
import type { ApiDocument, Operation } from '../generated-requests/operations.ts'
import { resolved } from '../generated-requests/json-schema.ts'
import type { JsonSchema } from '../generated-requests/json-schema.ts'
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
  'GET /tasks/{task_id}',
  'POST /tasks/{task_id}/cancel',
  'GET /history/',
  'GET /history/{simulation_id}',
  'GET /history/{simulation_id}/series',
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

  test('every operation has a summary, an example and a list of errors', () => {
    const faults = operations.flatMap((operation) => {
      const lacks = [
        operation.summary ? [] : ['a summary'],
        hasExample(operation) ? [] : ['an example'],
        Object.keys(operation.responses).some((status) => status.startsWith('4')) || operation.path === '/health'
          ? []
          : ['errors'],
      ].flat()
      return lacks.map((what) => `${operation.method} ${operation.path} lacks ${what}`)
    })
    assert.deepEqual(faults, [])
  })

  test('refers to no schema that is missing, and has none that nothing refers to', () => {
    const text = JSON.stringify(document)
    const names = Object.keys(document.components?.schemas ?? {})
    const used = new Set(Array.from(text.matchAll(/#\/components\/schemas\/([^"]+)"/g), ([, name = '']) => name))
    assert.deepEqual(used, new Set(names))
  })
})

function hasExample({ requestBody, responses, parameters = [] }: Operation): boolean {
  const bodies = Object.values(requestBody?.content ?? {})
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content = {} }]) => Object.values(content))
  const shown = [...bodies, ...answers, ...parameters]
  // A redirect has nothing to show.
  return shown.length === 0 || shown.some((each) => examplesOf(each).length > 0 || shows(each.schema))
}

/** An example of its own or in one of its parts. */
function shows(schema: JsonSchema): boolean {
  const rule = resolved(schema, document.components?.schemas ?? {})
  const parts = [...Object.values(rule.properties ?? {}), ...(rule.items === undefined ? [] : [rule.items])]
  return (rule.examples ?? []).length > 0 || parts.some(shows)
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

describe('the first page', () => {
  test('links the documentation and loads nothing of others', async () => {
    const { status, text, headers } = await app.call('GET', '/')
    assert.deepEqual([status, headers.get('content-type')], [200, 'text/html; charset=utf-8'])
    assert.match(text, /href="\/docs"/)
    assert.doesNotMatch(text, /\{\{|<script|style=/)
    for (const path of ['/home/home.css', '/home/icon.svg']) assert.equal((await app.call('GET', path)).status, 200)
  })
})
