import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]
/** Fonts are compressed already; below this many bytes, headers weigh more than the gain. */
const [worthIt, leastBytes] = [/\.(?:js|css|svg|json|txt)$/, 512]
/** For the server itself, never given out. */
const unserved = new Set(['index.html', 'pages.json'])

/** Writes `.br` and `.gz` beside each file of the build, so that the server compresses nothing twice. */
export function compressedFiles(): Plugin {
  return {
    name: 'portofino:compressed-files',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => worthIt.test(name) && !unserved.has(name))
      await Promise.all(names.map(async (name) => compressFile(join(dir, name))))
    },
  }
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < leastBytes) return
  const [br, gz] = await Promise.all([
    brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    gzipped(content, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
