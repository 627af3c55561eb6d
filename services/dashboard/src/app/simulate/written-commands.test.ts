import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commandAt, writtenCommands } from './written-commands.ts'

const texts = (text: string): string[] => writtenCommands(text).map((command) => command.text)
const one = 'AAPL-L-100% 2020 2021'
const other = 'MSFT-L-100% 2020 2021'

describe('writtenCommands', () => {
  test('a line is a run', () => {
    assert.deepEqual(texts(one), [one])
    assert.deepEqual(texts(`${one}\n\n  \n${other}\n`), [one, other])
    assert.deepEqual(texts(`${one}\r\n${other}`), [one, other])
    assert.deepEqual(texts(' \n'), [])
  })

  test('says where each stands', () => {
    const text = `${one}\n# a thought\n${other}`
    for (const command of writtenCommands(text)) assert.equal(text.slice(command.start, command.end), command.text)
    assert.equal(writtenCommands(text).length, 2)
  })

  test('one command may be spread over lines', () => {
    for (const text of ['AAPL-L-50%\nMSFT-L-50%\n2020 2021', `${one}\nrebalance=monthly`, `# mine\n${one}`, 'AAPL-L-50%\nMS']) {
      assert.deepEqual(texts(text), [text])
    }
  })

  test('a second line that begins to hold legs is a run of its own', () => {
    assert.deepEqual(texts(`${one}\nMS`), [one, 'MS'])
    assert.deepEqual(texts(`${one}\nrebal`), [`${one}\nrebal`])
  })

  test('the caret is in the line that it stands in', () => {
    const commands = writtenCommands(`${one}\n${other}`)
    assert.equal(commandAt(commands, 0)?.text, one)
    assert.equal(commandAt(commands, one.length)?.text, one)
    assert.equal(commandAt(commands, one.length + 1)?.text, other)
    assert.equal(commandAt([], 3), null)
  })
})
