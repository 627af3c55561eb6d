import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { compressedFiles } from './compressed-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'portofino-compressed-'))
after(() => rmSync(folder, { recursive: true }))

test('scripts are there compressed too, where that is worth it', async () => {
  const long = `export const long = ${JSON.stringify('portofino '.repeat(1000))}\n`
  writeFileSync(join(folder, 'long.js'), long)
  writeFileSync(join(folder, 'short.js'), 'export const short = 0\n')
  const outDir = join(folder, 'dist')
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [compressedFiles()],
    build: {
      outDir,
      minify: false,
      lib: {
        entry: { long: join(folder, 'long.js'), short: join(folder, 'short.js') },
        formats: ['es'],
        fileName: (_, name) => `${name}.js`,
      },
    },
  })
  assert.deepEqual(readdirSync(outDir).toSorted(), ['long.js', 'long.js.br', 'long.js.gz', 'short.js'])
  const [plain, br, gz] = ['long.js', 'long.js.br', 'long.js.gz'].map((name) => readFileSync(join(outDir, name)))
  assert.deepEqual(brotliDecompressSync(br!), plain)
  assert.deepEqual(gunzipSync(gz!), plain)
})
