import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkedSettings, defaultSettings } from './checked-settings.ts'

test('what was chosen is read again', () => {
  const chosen = { ...defaultSettings, theme: 'dark', zone: 'America/New_York', shortcuts: false, hideAmounts: true } as const
  assert.deepEqual(checkedSettings(JSON.stringify(chosen)), chosen)
})

test('a field that holds no choice of it has its default; the others stay', () => {
  const kept = { theme: 'pink', gain: 3, zone: 'Mars/Olympus', shortcuts: 'no', hideAmounts: null, notifications: true, more: 1 }
  assert.deepEqual(checkedSettings(JSON.stringify(kept)), { ...defaultSettings, notifications: true })
})

test('nothing kept, and what is no settings at all, are the defaults', () => {
  for (const text of [null, '', '{{', 'null', '3', '"dark"', '[]', '{"constructor":1}']) {
    assert.deepEqual(checkedSettings(text), defaultSettings, String(text))
  }
})

test('whatever is kept, times can be written in the zone', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (zone) => {
      const { zone: timeZone } = checkedSettings(JSON.stringify({ zone }))
      assert.ok(new Intl.DateTimeFormat('en', timeZone === null ? {} : { timeZone }).format(0))
    }),
  )
})
