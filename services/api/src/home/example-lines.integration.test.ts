import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { servedApplication } from '../trial/served-application.ts'

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

test('the lines of the first page run the example as they stand there', async () => {
  await using app = await servedApplication()
  const folder = await mkdtemp(join(tmpdir(), 'portofino-lines-'))
  const page = (await app.call('GET', '/')).text
  const blocks = Array.from(page.matchAll(/<pre><code>([\s\S]*?)<\/code><\/pre>/g), ([, block = '']) => unescaped(block))
  assert.equal(blocks.length, 4)
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', blocks.join('\n')], { cwd: folder, timeout: 30_000 })
  assert.match(stdout, /"email":"you@example.com"/)
  assert.match(stdout, /"cagr":0\.172279/)
  assert.match(stdout, /"max_drawdown":0\.302526/)
  assert.equal((await readFile(join(folder, 'report.xlsx'))).subarray(0, 2).toString(), 'PK')
  await rm(folder, { recursive: true })
})
