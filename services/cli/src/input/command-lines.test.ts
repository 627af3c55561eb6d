import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commandLines, readCommandLines } from './command-lines.ts'

describe('commandLines', () => {
  test('keeps line numbers and skips blank lines and comments, whatever ends the lines', () => {
    assert.deepEqual(commandLines('# list\r\nA-L-100% 2020 2021\r\n\r\n  # more\rB-L-100% 2020 2021 # note\n'), [
      { line: 2, text: 'A-L-100% 2020 2021' },
      { line: 5, text: 'B-L-100% 2020 2021 # note' },
    ])
  })
})

const from = (...bytes: number[]) =>
  readCommandLines('-', { command: 'check', readInput: () => Promise.resolve(Uint8Array.from(bytes)) })

describe('readCommandLines', () => {
  test('drops a byte order mark', async () => {
    assert.deepEqual(await from(0xef, 0xbb, 0xbf, 0x41), [{ line: 1, text: 'A' }])
  })

  test('names what it cannot read', async () => {
    await assert.rejects(from(0xff, 0xfe, 0x41, 0), {
      name: 'WrongUse',
      message: 'standard input is UTF-16 text; save it as UTF-8',
    })
    await assert.rejects(from(0x41, 0xe9), { name: 'WrongUse', message: 'standard input is not UTF-8 text; save it as UTF-8' })
    await assert.rejects(from(0x23, 0x0a), { name: 'WrongUse', message: 'standard input has no commands; write one a line' })
    await assert.rejects(
      readCommandLines('/nowhere/at/all.txt', { command: 'check', readInput: () => Promise.reject(new Error('not asked')) }),
      {
        message: 'cannot read /nowhere/at/all.txt: there is no such file or folder',
      },
    )
  })
})
