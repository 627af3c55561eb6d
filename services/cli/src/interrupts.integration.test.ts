import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, test } from 'node:test'

const interrupts = new URL('interrupts.ts', import.meta.url).href

/** Interrupts a process as soon as it says that it is ready; how it ended. */
async function interrupted(script: string): Promise<{ code: number | null; signal: string | null }> {
  const source = `const { processInterrupts } = await import(process.argv[1]); const interrupts = processInterrupts(); ${script}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, interrupts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.once('data', () => child.kill('SIGINT'))
  const [code, signal] = await once(child, 'close')
  return { code, signal }
}

const ready = `process.stdout.write('ready')`

describe('Ctrl-C', () => {
  test('is heard through the signal', async () => {
    const script = `setInterval(() => {}, 1000); interrupts.signal.onabort = () => process.exit(7); ${ready}`
    assert.deepEqual(await interrupted(script), { code: 7, signal: null })
  })

  test('ends work that holds the thread', async () => {
    const script = `using held = interrupts.letThrough(); ${ready}; for (;;);`
    assert.deepEqual(await interrupted(script), { code: null, signal: 'SIGINT' })
  })

  test('is heard again after such work', async () => {
    const script = `interrupts.letThrough()[Symbol.dispose](); setInterval(() => {}, 1000); interrupts.signal.onabort = () => process.exit(7); ${ready}`
    assert.deepEqual(await interrupted(script), { code: 7, signal: null })
  })

  test('kills the second time', async () => {
    const script = `setInterval(() => {}, 1000); interrupts.signal.onabort = () => process.kill(process.pid, 'SIGINT'); ${ready}`
    assert.deepEqual(await interrupted(script), { code: null, signal: 'SIGINT' })
  })
})
