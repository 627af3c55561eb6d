import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const root = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'portofino-libraries-'))
const run = (command: string, args: string[], cwd = folder): string => execFileSync(command, args, { cwd, encoding: 'utf8' })

before(() => run(process.execPath, [join(root, 'pack-libraries.ts'), join(folder, 'packed')], root))
after(() => rmSync(folder, { recursive: true }))

/** A new folder in which the packages are installed: without the network, from an npm cache that has nothing. */
function installed(name: string, packages: string): string {
  const project = join(folder, name)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  const paths = globSync(join(folder, 'packed', packages))
  const without = ['--offline', '--no-audit', '--no-fund', '--cache', join(project, 'cache')]
  run('npm', ['install', ...without, ...paths], project)
  return project
}

const packagesOf = (project: string): string[] => globSync('node_modules/{@*/*,[^@.]*}', { cwd: project }).toSorted()

/** Compiles files as a strict stranger would, declarations of libraries included; types of Node only where they are named. */
function compile(project: string, { files, types }: { files: string[]; types: string[] }): void {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024'],
    types,
    typeRoots: [join(root, 'node_modules', '@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [compiler, '-p', project], { cwd: project, stdio: ['ignore', 2, 2] })
}

/** The blocks of a packed README, and of the pages that are packed with it, as files. */
function readmeExamples(project: string, name: string): string[] {
  const cwd = join(project, 'node_modules', '@portofino', name)
  const pages = globSync(['README.md', 'docs/*.md'], { cwd }).map((page) => readFileSync(join(cwd, page), 'utf8'))
  const blocks = pages.flatMap((page) => Array.from(page.matchAll(/^```ts\n([\s\S]*?)^```$/gm), ([, code]) => code!))
  return blocks.map((code, i) => {
    const text = code.includes('node:assert/strict') ? code : `import assert from 'node:assert/strict'\n${code}`
    writeFileSync(join(project, `${name}-${i}.ts`), text)
    return `${name}-${i}.ts`
  })
}

function testExamples(name: string, project: () => string): void {
  test(`@portofino/${name} runs the examples of its README, types included`, () => {
    const files = readmeExamples(project(), name)
    assert.ok(files.length > 0, 'its README shows no example')
    for (const file of files) run(process.execPath, [file], project())
    compile(project(), { files, types: ['node'] })
  })
}

describe('the packed libraries', () => {
  let project = ''
  before(() => {
    project = installed('all', '*.tgz')
  })

  test('install nothing but each other, without TypeScript sources or tests', () => {
    assert.ok(packagesOf(project).every((path) => path.includes('@portofino/')))
    assert.deepEqual(globSync('node_modules/@portofino/*/dist/**/*{[^d].ts,.test.*}', { cwd: project }), [])
  })

  for (const name of ['strategy', 'metrics', 'simulator']) testExamples(name, () => project)
})

describe('the packed optimizer', () => {
  let project = ''
  before(() => {
    project = installed('optimizer', 'portofino-optimizer-*.tgz')
  })
  const entry = (): string => join(project, 'node_modules', '@portofino', 'optimizer', 'dist', 'index.js')

  test('installs alone, and is one module that names nothing of the machine that packed it', () => {
    assert.deepEqual(packagesOf(project), ['node_modules/@portofino/optimizer'])
    assert.deepEqual(globSync('node_modules/**/*.js', { cwd: project }), ['node_modules/@portofino/optimizer/dist/index.js'])
    const text = readFileSync(entry(), 'utf8')
    assert.ok(!text.includes('emitted') && !text.includes(tmpdir()))
  })

  test('says in its definitions what each function is', async () => {
    const page = readFileSync(join(root, 'core/optimizer/docs/definitions.md'), 'utf8')
    const others = ['OptimizerInputError', 'sealedCovariance', 'documentOutcome', 'objectiveNames', 'meanVarianceNames']
    const functions = Object.keys(await import(entry())).filter((name) => !others.includes(name))
    assert.deepEqual(
      functions.filter((name) => !page.includes(`\`${name}\``)),
      [],
    )
  })

  test('exports what its workspace exports', async () => {
    const [packed, source] = await Promise.all([entry(), join(root, 'core/optimizer/src/index.ts')].map((path) => import(path)))
    assert.deepEqual(Object.keys(packed).toSorted(), Object.keys(source).toSorted())
  })

  test('has types that need neither Node nor a browser', () => {
    writeFileSync(join(project, 'bare.ts'), "import * as optimizer from '@portofino/optimizer'\nexport { optimizer }\n")
    compile(project, { files: ['bare.ts'], types: [] })
  })

  test('imports nothing, and is at most 60 KB, minified and gzipped', async () => {
    await using bundle = await rolldown({ input: entry() })
    const { output } = await bundle.generate({ minify: true })
    const [{ code, imports, dynamicImports }] = output
    assert.deepEqual([output.length, imports, dynamicImports], [1, [], []])
    const bytes = gzipSync(code).length
    assert.ok(bytes <= 60_000, `${bytes} bytes`)
    assert.ok(bytes > 10_000, `${bytes} bytes: what the package exports is not in it`)
  })

  testExamples('optimizer', () => project)
})
