import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from './device-name.ts'

const mozilla = 'Mozilla/5.0'
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

test('browsers are told by their own names, not by those they imitate', () => {
  assert.equal(deviceName(`${mozilla} (X11; Linux x86_64) ${chrome}`), 'Chrome on Linux')
  assert.equal(deviceName(`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0`), 'Edge on Windows')
  assert.equal(
    deviceName(`${mozilla} (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0`),
    'Firefox on macOS',
  )
  assert.equal(
    deviceName(
      `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1`,
    ),
    'Safari on iPhone',
  )
  assert.equal(deviceName(`${mozilla} (Linux; Android 15) ${chrome}`), 'Chrome on Android')
})

test('other programs keep their words', () => {
  assert.equal(deviceName('curl/8.5.0'), 'curl')
  assert.equal(deviceName('notebook'), 'notebook')
  assert.equal(deviceName(''), 'Unknown program')
})
