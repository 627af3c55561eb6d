import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  test('has a default for everything', () => {
    const defaults = { databaseUrl: null, marketData: 'sample', threads: null, logLevel: 'info' }
    assert.deepEqual(readConfig({ DATABASE_URL: ' ' }), { dataDirectory: resolve('data'), ...defaults })
  })

  test('takes what is given', () => {
    const given = {
      DATABASE_URL: 'postgres://host/base',
      DATA_DIR: '/d',
      MARKET_DATA: 'yahoo',
      WORKER_THREADS: '3',
      LOG_LEVEL: 'warn',
    }
    const config = { dataDirectory: '/d', databaseUrl: 'postgres://host/base', marketData: 'yahoo', threads: 3, logLevel: 'warn' }
    assert.deepEqual(readConfig(given), config)
  })

  test('tells all faults at once, and no password', () => {
    const given = { DATABASE_URL: 'mysql://root:secret@host', WORKER_THREADS: '0', LOG_LEVEL: 'loud' }
    assert.throws(
      () => readConfig(given),
      (fault: Error) => {
        const lines = fault.message.split('\n')
        return (
          lines.length === 4 &&
          /DATABASE_URL/.test(lines[1]!) &&
          !fault.message.includes('secret') &&
          lines[3]!.endsWith('got "loud"')
        )
      },
    )
  })
})
