#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before any other module of ours is read: the cache spares stripping their types at the next start.
enableCompileCache()
const { readConfig } = await import('./config.ts')
const { exitCode } = await import('./exit-code.ts')
const { processInterrupts } = await import('./interrupts.ts')
const { portofino } = await import('./portofino.ts')
const { endQuietlyWhenPipeCloses, processSurroundings } = await import('./process-surroundings.ts')

const interrupts = processInterrupts()
endQuietlyWhenPipeCloses()

try {
  const surroundings = processSurroundings(
    readConfig(process.env, { output: process.stdout, errors: process.stderr }),
    interrupts,
  )
  process.exitCode = await portofino(process.argv.slice(2), surroundings)
} catch (fault) {
  process.stderr.write(`portofino: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = exitCode.wrongUse
}
// What an interrupted download left open must not keep the process.
if (interrupts.signal.aborted) process.exit(exitCode.interrupted)
