import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { example, mainFile, plainEnvironment } from './spawned-portofino.ts'

describe('a process among others', () => {
  test('ends quietly with 0 when its reader has seen enough', async () => {
    const simulate = `"${process.execPath}" "${mainFile}" simulate "AAPL-L-100% 1990 2022" --json --series`
    const shell = spawn('bash', ['--norc', '-c', `${simulate} | head -c 1; echo " \${PIPESTATUS[0]}"`], { env: plainEnvironment })
    const [stdout, stderr] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'close')])
    assert.deepEqual([stdout, stderr], ['{ 0\n', ''])
  })

  test('Ctrl-C ends it with 130, every line it wrote being whole', async () => {
    const child = spawn(process.execPath, [mainFile, 'simulate', '--file', '-', '--json'], { env: plainEnvironment })
    const closed = once(child, 'close')
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)]
    child.stdout.once('data', () => child.kill('SIGINT'))
    // The program may end before it has read all.
    child.stdin.on('error', () => {})
    child.stdin.end(`${example}\n`.repeat(5000))
    await closed
    assert.deepEqual([child.exitCode, child.signalCode, await stderr], [130, null, ''])
    const lines = (await stdout).split('\n')
    assert.equal(lines.pop(), '')
    assert.ok(lines.length < 5000)
    for (const line of lines) assert.equal(JSON.parse(line).status, 'ok')
  })

  test('Ctrl-C ends it while it waits for input', async () => {
    const child = spawn(process.execPath, [mainFile, 'check', '--file', '-'], { env: plainEnvironment })
    const closed = once(child, 'close')
    // More than a pipe holds: once all is written, the program is reading, and the end never comes.
    child.stdin.write('#'.repeat(1 << 20), () => child.kill('SIGINT'))
    await closed
    assert.deepEqual([child.exitCode, child.signalCode], [130, null])
  })
})
