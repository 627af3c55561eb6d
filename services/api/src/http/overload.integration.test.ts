import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get } from 'node:http'
import { test } from 'node:test'
import { callerOf } from '../trial/caller.ts'
import { mostRequests } from './overload.ts'
import { servedFrame } from './served-frame.ts'

test('more requests than can be answered in good time are put off, and taken again when some have gone', async () => {
  await using frame = await servedFrame()
  let arrived = 0
  const all = Promise.withResolvers<void>()
  frame.server.on('request', () => {
    arrived += 1
    if (arrived === mostRequests) all.resolve()
  })
  const waiting = Array.from({ length: mostRequests }, () => {
    const request = get(`${frame.url}/never`)
    return { request, closed: once(request, 'error') }
  })
  await all.promise

  const { status, headers, body } = await callerOf(frame.url).call('GET', '/whence')
  for (const { request } of waiting) request.destroy()
  await Promise.all(waiting.map(async ({ closed }) => closed))
  assert.deepEqual([status, body.code, headers.get('retry-after')], [503, 'busy', '1'])

  let later = 503
  while (later === 503) ({ status: later } = await fetch(`${frame.url}/whence`))
  assert.equal(later, 200)
})
