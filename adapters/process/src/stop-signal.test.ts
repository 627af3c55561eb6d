import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stopSignal } from './stop-signal.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const handlers = (): number[] => signals.map((signal) => process.listenerCount(signal))

for (const signal of signals) {
  test(`${signal} asks to stop, and leaves no handler for the next signal`, () => {
    const before = handlers()
    const stop = stopSignal()
    assert.ok(!stop.aborted)
    assert.deepEqual(
      handlers(),
      before.map((count) => count + 1),
    )
    process.emit(signal)
    assert.ok(stop.aborted)
    assert.deepEqual(handlers(), before)
  })
}
