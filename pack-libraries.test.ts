import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const root = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'portofino-libraries-'))
const run = (command: string, args: string[], cwd = folder): string => execFileSync(command, args, { cwd, encoding: 'utf8' })

describe('the packed libraries', () => {
  before(() => {
    const packed = join(folder, 'packed')
    run(process.execPath, [join(root, 'pack-libraries.ts'), packed], root)
    const packages = globSync(join(packed, '*.tgz'))
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...packages])
  })
  after(() => rmSync(folder, { recursive: true }))

  test('install nothing but each other, without TypeScript sources or tests', () => {
    const installed = globSync('node_modules/{@*/*,[^@.]*}', { cwd: folder })
    assert.ok(installed.every((path) => path.includes('@portofino/')))
    assert.deepEqual(globSync('node_modules/@portofino/*/dist/**/*{[^d].ts,.test.*}', { cwd: folder }), [])
  })

  for (const name of ['strategy', 'metrics', 'simulator']) {
    test(`@portofino/${name} runs the examples of its README, types included`, () => {
      const readme = readFileSync(join(folder, 'node_modules', '@portofino', name, 'README.md'), 'utf8')
      const blocks = Array.from(readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm), ([, code]) => code!)
      assert.ok(blocks.length > 0, 'its README shows no example')
      for (const [i, code] of blocks.entries()) {
        const file = join(folder, `${name}-${i}.ts`)
        writeFileSync(file, code.includes('node:assert/strict') ? code : `import assert from 'node:assert/strict'\n${code}`)
        run(process.execPath, [file])
        const types = [
          '--typeRoots',
          join(root, 'node_modules', '@types'),
          '--types',
          'node',
          '--module',
          'nodenext',
          '--target',
          'es2024',
        ]
        const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit']
        run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...types, ...strict, basename(file)])
      }
    })
  }
})
