import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

const terminal = { output: { isTTY: true, columns: 120 }, errors: { isTTY: true } }
const pipe = { output: {}, errors: {} }
const plain = { isTerminal: false, color: 'none' }

describe('readConfig', () => {
  test('has a default for everything', () => {
    const config = readConfig({}, pipe)
    assert.deepEqual(
      { ...config, dataDirectory: '' },
      {
        dataDirectory: '',
        databaseUrl: null,
        passwordMinLength: 8,
        program: 'portofino',
        columns: 80,
        output: plain,
        errors: plain,
        unicode: true,
        movesCursor: true,
      },
    )
    assert.match(config.dataDirectory, /^\/.*\/data$/)
  })

  test('finds the data where the server has it', () => {
    assert.equal(readConfig({ DATA_DIR: '/srv/portofino' }, pipe).dataDirectory, '/srv/portofino')
    assert.equal(readConfig({ DATA_DIR: '/srv', PORTOFINO_DATA_DIR: '/mine' }, pipe).dataDirectory, '/mine')
    assert.equal(readConfig({ DATABASE_URL: 'postgres://h/d' }, pipe).databaseUrl, 'postgres://h/d')
    assert.throws(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' }, pipe), /^(?!.*secret).*DATABASE_URL must be/)
  })

  test('colors a terminal only', () => {
    const environment = { TERM: 'xterm-256color' }
    assert.equal(readConfig(environment, terminal).output.color, 'full')
    assert.equal(readConfig({ TERM: 'xterm' }, terminal).output.color, 'basic')
    assert.equal(readConfig(environment, pipe).output.color, 'none')
    assert.equal(readConfig({ TERM: 'dumb' }, terminal).output.color, 'none')
  })

  test('colors errors by where they go', () => {
    const config = readConfig({ TERM: 'xterm' }, { output: {}, errors: { isTTY: true } })
    assert.deepEqual([config.output, config.errors], [plain, { isTerminal: true, color: 'basic' }])
  })

  test('obeys NO_COLOR unless it is empty, and FORCE_COLOR above all', () => {
    const environment = { TERM: 'xterm-256color', NO_COLOR: '1' }
    assert.equal(readConfig(environment, terminal).output.color, 'none')
    assert.equal(readConfig({ ...environment, NO_COLOR: '' }, terminal).output.color, 'full')
    assert.equal(readConfig({ ...environment, FORCE_COLOR: '2' }, pipe).output.color, 'full')
    assert.equal(readConfig({ FORCE_COLOR: '0' }, terminal).output.color, 'none')
  })

  test('takes the width from COLUMNS, then from the terminal', () => {
    assert.equal(readConfig({ COLUMNS: '40' }, terminal).columns, 40)
    assert.equal(readConfig({ COLUMNS: '0' }, terminal).columns, 120)
    assert.equal(readConfig({ COLUMNS: 'wide' }, terminal).columns, 120)
  })

  test('draws with plain characters where the locale or the terminal knows no others', () => {
    assert.equal(readConfig({ LANG: 'C' }, terminal).unicode, false)
    assert.equal(readConfig({ LANG: 'C', LC_ALL: 'en_US.UTF-8' }, terminal).unicode, true)
    assert.equal(readConfig({ TERM: 'dumb' }, terminal).unicode, false)
  })

  test('lists all faults at once', () => {
    assert.throws(() => readConfig({ PORTOFINO_DATA_DIR: ' ', FORCE_COLOR: 'maybe' }, pipe), {
      message: /PORTOFINO_DATA_DIR must name a folder.*FORCE_COLOR must be 0, 1, 2, 3, true, false or empty, got "maybe"/,
    })
  })
})
