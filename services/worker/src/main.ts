#!/usr/bin/env node
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'

// Before any other module of ours is read: the cache spares stripping their types at the next start.
enableCompileCache()
const [{ readConfig }, { openWorker }] = await Promise.all([import('./config.ts'), import('./worker.ts')])

const stop = new AbortController()
const signals = ['SIGINT', 'SIGTERM'] as const
const onSignal = (): void => {
  // A second signal, of either kind, meets no handler and kills.
  for (const signal of signals) process.off(signal, onSignal)
  stop.abort()
}
for (const signal of signals) process.on(signal, onSignal)
try {
  const worker = await openWorker(readConfig(process.env))
  if (!stop.signal.aborted) await once(stop.signal, 'abort')
  await worker[Symbol.asyncDispose]()
} catch (fault) {
  process.stderr.write(`portofino-worker: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
}
// What a provider keeps open must not keep the process.
process.exit()
