import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

const origins = (environment: Record<string, string>) => readConfig(environment).allowedOrigins

describe('readConfig', () => {
  test('has a default for everything', () => {
    const { dataDirectory, ...config } = readConfig({})
    assert.match(dataDirectory, /^\/.*\/data$/)
    assert.deepEqual(config, {
      host: '127.0.0.1',
      port: 8000,
      isLoopback: true,
      publicUrl: null,
      databaseUrl: null,
      marketData: 'sample',
      registration: 'open',
      passwordMinLength: 8,
      google: null,
      allowedOrigins: ['http://localhost:5173', 'http://localhost:3000'],
      trustedProxies: [],
      metricsToken: null,
      workers: 'in-process',
      logLevel: 'info',
      limits: { loginsPerMinute: 20, registrationsPerHour: 5, callsPerMinute: 60, socketsPerUser: 10 },
    })
  })

  test('an empty variable is an absent one', () => {
    assert.equal(readConfig({ PORT: '', PUBLIC_URL: ' ' }).port, 8000)
  })

  test('reads what is given', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://portofino.example.org/',
      ALLOWED_ORIGINS: 'https://app.example.org, http://localhost:5173',
      TRUSTED_PROXIES: '10.0.0.0/8,::1',
      GOOGLE_CLIENT_ID: 'id',
      GOOGLE_CLIENT_SECRET: 'secret',
      WORKERS: 'none',
    })
    assert.deepEqual([config.isLoopback, config.port, config.publicUrl], [false, 0, 'https://portofino.example.org'])
    assert.deepEqual(config.allowedOrigins, ['https://app.example.org', 'http://localhost:5173'])
    assert.deepEqual(config.trustedProxies, ['10.0.0.0/8', '::1'])
    assert.deepEqual(config.google, { clientId: 'id', clientSecret: 'secret' })
    assert.equal(config.workers, 'none')
  })

  test('admits the dashboard under development where only this machine reaches the server, unless told otherwise', () => {
    const development = ['http://localhost:5173', 'http://localhost:3000']
    assert.deepEqual(origins({ HOST: '::1', PUBLIC_URL: 'http://localhost:8080' }), development)
    assert.deepEqual(origins({ HOST: '0.0.0.0' }), [])
    assert.deepEqual(origins({ PUBLIC_URL: 'https://portofino.example.org' }), [])
    assert.deepEqual(origins({ ALLOWED_ORIGINS: 'https://app.example.org' }), ['https://app.example.org'])
  })

  test('lists all faults at once, without a password', () => {
    const wrong = {
      PORT: '80000',
      PUBLIC_URL: 'https://a.example/path',
      DATABASE_URL: 'mysql://root:canary@db',
      REDIS_URL: 'redis://localhost',
      MARKET_DATA: 'yaho',
      LOG_LEVEL: 'loud',
      REGISTRATION: 'maybe',
      PASSWORD_MIN_LENGTH: '4',
      GOOGLE_CLIENT_ID: 'id',
      ALLOWED_ORIGINS: 'https://a.example/',
      TRUSTED_PROXIES: 'proxy',
    }
    assert.throws(
      () => readConfig(wrong),
      ({ message }: Error) => {
        const names = Array.from(message.matchAll(/^ {2}([A-Z_]+)/gm), ([, name]) => name!)
        assert.deepEqual(names.toSorted(), Object.keys(wrong).toSorted())
        assert.doesNotMatch(message, /canary/)
        return true
      },
    )
  })
})
