import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

const noMetrics = { metricsHost: '127.0.0.1', metricsPort: null }

describe('readConfig', () => {
  test('has a default for everything', () => {
    const defaults = { databaseUrl: null, marketData: 'sample', threads: null, logLevel: 'info', ...noMetrics }
    assert.deepEqual(readConfig({ DATABASE_URL: ' ' }), { dataDirectory: resolve('data'), ...defaults })
  })

  test('takes what is given', () => {
    const given = {
      DATABASE_URL: 'postgres://host/base',
      DATA_DIR: '/d',
      MARKET_DATA: 'yahoo',
      WORKER_THREADS: '3',
      LOG_LEVEL: 'warn',
      METRICS_HOST: '10.0.0.5',
      METRICS_PORT: '9464',
    }
    const metrics = { metricsHost: '10.0.0.5', metricsPort: 9464 }
    const config = {
      dataDirectory: '/d',
      databaseUrl: 'postgres://host/base',
      marketData: 'yahoo',
      threads: 3,
      logLevel: 'warn',
      ...metrics,
    }
    assert.deepEqual(readConfig(given), config)
  })

  test('tells all faults at once, and no password', () => {
    const given = { DATABASE_URL: 'mysql://root:secret@host', WORKER_THREADS: '0', METRICS_PORT: '70000', LOG_LEVEL: 'loud' }
    assert.throws(
      () => readConfig(given),
      (fault: Error) => {
        const lines = fault.message.split('\n')
        return (
          lines.length === 5 &&
          /DATABASE_URL/.test(lines[1]!) &&
          !fault.message.includes('secret') &&
          lines[4]!.endsWith('got "loud"')
        )
      },
    )
  })
})
