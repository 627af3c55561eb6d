import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Bench } from '../bench.ts'
import type { Row } from '../table.ts'
import { spreadOf } from '../timing.ts'

const entry = join(import.meta.dirname, '..', '..', '..', 'core', 'optimizer', 'src', 'index.ts')

/** The library with all that it needs, minified: its size gzipped, and how long a new process takes to import it. */
export async function optimizerPackage(bench: Bench): Promise<Row[]> {
  const code = await bundled()
  const file = bench.path('optimizer.mjs')
  writeFileSync(file, code)
  const program = `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start)`
  const seconds = Array.from(
    { length: 15 },
    () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })) / 1000,
  )
  const { median, least, most } = spreadOf(seconds)
  return [
    {
      what: 'optimizer, minified, gzipped',
      ours: gzipSync(code, { level: 9 }).length,
      unit: 'bytes',
      target: { kind: 'at most', value: 60_000 },
    },
    { what: 'optimizer, cold import', ours: median, range: [least, most], target: { kind: 'at most', value: 0.02 } },
  ]
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    // Not as a library: Vite leaves the white space of those in.
    build: { write: false, minify: true, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error('Cannot benchmark: the build must give one file')
  return chunk.code
}
