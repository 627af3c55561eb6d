#!/usr/bin/env node
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'

// Before any other module of ours is read: the cache spares stripping their types at the next start.
enableCompileCache()
const { helpText, startRequest } = await import('./config/start-request.ts')
const { stopSignal } = await import('@portofino/process')

const request = startRequest(process.argv.slice(2), process.env)
if (request.kind === 'help') process.stdout.write(`${helpText()}\n`)
else if (request.kind === 'wrong') refuse(request.message, 64)
else await serve(request.environment)

async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const stop = stopSignal()
  const [{ readConfig }, { openService }] = await Promise.all([import('./config.ts'), import('./service.ts')])
  try {
    const service = await openService(readConfig(environment))
    process.stdout.write(service.greeting)
    if (!stop.aborted) await once(stop, 'abort')
    await service.stop()
  } catch (fault) {
    refuse(fault instanceof Error ? fault.message : String(fault), 1)
  }
  // What a client keeps open must not keep the process.
  process.exit()
}

function refuse(message: string, code: number): void {
  process.stderr.write(`portofino: ${message}\n`)
  process.exitCode = code
}
