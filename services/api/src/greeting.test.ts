import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { greeting } from './greeting.ts'
import type { Greeted } from './greeting.ts'

const alone: Greeted = {
  url: 'http://localhost:8000',
  marketData: 'sample',
  dataDirectory: '/data',
  databaseUrl: null,
  isShared: false,
  workers: 'in-process',
  warning: null,
}

describe('greeting', () => {
  test('says where to go and what is used, and nothing of what is usual', () => {
    const text = greeting(alone)
    assert.match(text, /open http:\/\/localhost:8000\n[\s\S]* {2}Data {4}\/data\n/)
    assert.doesNotMatch(text, /Jobs|shared|Warning/)
  })

  test('says who else uses the data', () => {
    assert.match(greeting({ ...alone, isShared: true }), /Data {4}\/data, shared with another server or worker/)
    assert.match(greeting({ ...alone, databaseUrl: 'postgres://canary@db' }), /Data {4}\/data, database by DATABASE_URL\n/)
    assert.doesNotMatch(greeting({ ...alone, databaseUrl: 'postgres://canary@db' }), /canary/)
  })

  test('says that nothing runs jobs here, and what does', () => {
    assert.match(greeting({ ...alone, workers: 'none' }), /Jobs {4}none here .*npm run worker/)
  })

  test('warns', () => assert.match(greeting({ ...alone, warning: 'beware' }), /\nWarning: beware\n/))
})
