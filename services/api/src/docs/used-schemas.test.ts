import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withUsedSchemas } from './used-schemas.ts'

const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` })

test('keeps what is referred to, also by others, and nothing else', () => {
  const schemas = { A: { items: reference('B') }, B: { items: reference('A') }, C: reference('A') }
  const { components } = withUsedSchemas({ paths: { '/a': reference('A') }, components: { schemas } })
  assert.deepEqual(components, { schemas: { A: schemas.A, B: schemas.B } })
})

test('names what comes in only like the rest, and tells both forms apart where both are used', () => {
  const schemas = { A: {}, AInput: {}, B: {}, BInput: { items: reference('AInput') } }
  const document = { paths: { '/a': [reference('A'), reference('BInput')] }, components: { schemas } }
  assert.deepEqual(withUsedSchemas(document), {
    paths: { '/a': [reference('A'), reference('B')] },
    components: { schemas: { A: {}, AInput: {}, B: { items: reference('AInput') } } },
  })
})
