#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before any other module of ours is read: the cache spares stripping their types at the next start.
enableCompileCache()
const { readConfig } = await import('./config.ts')
const { exitCode } = await import('./exit-code.ts')
const { portofino } = await import('./portofino.ts')
const { endQuietlyWhenPipeCloses, processSurroundings } = await import('./process-surroundings.ts')

const interrupt = new AbortController()
// Once: a second Ctrl-C meets no handler and kills.
process.once('SIGINT', () => interrupt.abort())
endQuietlyWhenPipeCloses()

try {
  const surroundings = processSurroundings(
    readConfig(process.env, { output: process.stdout, errors: process.stderr }),
    interrupt.signal,
  )
  process.exitCode = await portofino(process.argv.slice(2), surroundings)
} catch (fault) {
  process.stderr.write(`portofino: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = exitCode.wrongUse
}
// What an interrupted download left open must not keep the process.
if (interrupt.signal.aborted) process.exit(exitCode.interrupted)
