import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { scrubbed, scrubbedLine, secretPattern } from './scrubber.ts'

const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
const around = fc.string({ maxLength: 20 })

describe('scrubbed', () => {
  test('finds a secret in every form, with anything around it', () => {
    fc.assert(
      fc.property(secret, around, around, (hidden, before, behind) => {
        const pattern = secretPattern([hidden])
        const bytes = Buffer.from(`${before}${hidden}${behind}`)
        // The last characters of base64 share bits with what follows.
        const inner = Buffer.from(hidden).toString('base64').replace(/=+$/, '').slice(0, -1)
        for (const text of [
          `${before}${hidden}${behind}`,
          `${before} ${encodeURIComponent(hidden)} ${behind}`,
          `${before} ${Buffer.from(hidden).toString('hex')} ${behind}`,
          JSON.stringify(`${before}${hidden}${behind}`),
        ]) {
          assert.ok(scrubbed(text, pattern).includes('[secret]'), text)
        }
        for (const form of ['base64', 'base64url'] as const) {
          const clean = scrubbed(bytes.toString(form), pattern)
          assert.ok(clean.includes('[secret]') && !clean.includes(inner), clean)
        }
      }),
    )
  })

  test('finds bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 48 }), (bytes) => {
        const pattern = secretPattern([bytes])
        for (const form of ['base64', 'base64url', 'hex'] as const) {
          assert.ok(scrubbed(Buffer.from(bytes).toString(form), pattern).startsWith('[secret]'))
        }
      }),
    )
  })

  const token = 'a'.repeat(43)
  for (const [text, clean] of [
    [`token portofino_${token} was`, 'token [secret] was'],
    [`eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.${token}`, '[secret]'],
    ['authorization: Bearer abcdefghijklmnopqrstuvwxyz012345', 'authorization: [secret]'],
    [`cookie: portofino_refresh_8000=${token}; x=1`, 'cookie: [secret]; x=1'],
    [`__Host-portofino_device=${token}`, '__Host-[secret]'],
    [`portofino.v1, ticket.${token}`, 'portofino.v1, [secret]'],
    ['connect postgres://ann:s3cr3t@db:5432/p failed', 'connect postgres://[secret]@db:5432/p failed'],
    ['-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----', '[secret]-----END PRIVATE KEY-----'],
  ] as const) {
    test(`knows ${text.slice(0, 40)} by its form`, () => assert.equal(scrubbed(text, secretPattern([])), clean))
  }

  for (const text of [
    'portofino_http_request_duration_seconds_count and portofino_database_connections',
    'Bearer realm="portofino", error="invalid_token"',
    'http://localhost:8000/docs#/operations, mail ann@example.com',
    'c0ffee00-0000-4000-8000-000000000000',
  ]) {
    test(`leaves "${text.slice(0, 40)}" alone`, () => assert.equal(scrubbed(text, secretPattern(['correct horse'])), text))
  }

  test('answers long hostile texts at once', () => {
    const pattern = secretPattern(['correct horse'])
    for (const part of ['eyJ', '-eyJ', '://', '://a:', 'Bearer ', '-----BEGIN ', 'portofino_refresh=', 'a.', 'correct hors']) {
      const start = performance.now()
      scrubbed(part.repeat(100_000 / part.length), pattern)
      assert.ok(performance.now() - start < 500, part)
    }
  })
})

test('scrubbedLine keeps JSON whole, whatever the secret is', () => {
  fc.assert(
    fc.property(fc.oneof(secret, fc.constantFrom('12345678', '","level":"', 'level', 'null')), (hidden) => {
      const record = { level: 'info', port: 12_345_678, msg: `it is ${hidden}`, error: { cause: { stack: `at ${hidden}:1` } } }
      const line = scrubbedLine(`${JSON.stringify(record)}\n`, secretPattern([hidden]))
      assert.ok(line.endsWith('}\n'))
      const read: { msg: string; error: { cause: { stack: string } } } = JSON.parse(line)
      assert.deepEqual([read.msg, read.error.cause.stack], ['it is [secret]', 'at [secret]:1'])
    }),
  )
})
