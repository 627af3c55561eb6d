/**
 * Makes npm packages of the core libraries in dist/libraries, or in the new folder that is named: JavaScript, declarations, a manifest
 * for those who install them. Node strips no types under node_modules, so what is published cannot be the source itself.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'

const root = import.meta.dirname
const libraries = resolve(process.argv[2] ?? join(root, 'dist', 'libraries'))
const emitted = join(libraries, 'emitted')

/** What people install; the workspaces that these import are packed with them. */
const published = ['strategy', 'metrics', 'simulator', 'optimizer']
/**
 * Those that promise to depend on nothing: their JavaScript is one module, with what they use of ours in it. Reading one file also takes a
 * tenth of the time that reading a hundred takes.
 */
const whole = ['optimizer']

interface Manifest {
  name: string
  version: string
  description: string
  license: string
  dependencies?: Record<string, string>
}

const manifestOf = (name: string): Manifest => JSON.parse(readFileSync(join(root, 'core', name, 'package.json'), 'utf8'))

function withDependencies(names: readonly string[]): string[] {
  const all = new Set<string>()
  const add = (name: string): void => {
    if (all.has(name)) return
    all.add(name)
    for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) add(dependency.replace('@portofino/', ''))
  }
  names.forEach(add)
  return [...all]
}

function emit(names: readonly string[]): void {
  mkdirSync(emitted, { recursive: true })
  const project = join(libraries, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: join(root, 'core'),
    outDir: emitted,
  }
  // Each by name: what the compiler finds by way of node_modules it may take for somebody else's and leave out.
  const files = names.flatMap((name) =>
    globSync(join(root, 'core', name, 'src', '**', '*.ts')).filter((path) => !path.endsWith('.test.ts')),
  )
  writeFileSync(project, JSON.stringify({ extends: join(root, 'core', 'tsconfig.json'), compilerOptions, files, include: [] }))
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project], {
    stdio: ['ignore', 2, 2],
  })
}

type Ending = '.js' | '.d.ts'

/** The files with these endings that the index leads to; others are for tests. */
function reached(source: string, endings: readonly Ending[]): string[] {
  const found = new Set(['index'])
  const read = (path: string): string => endings.map((ending) => readFileSync(join(source, path + ending), 'utf8')).join('\n')
  for (const path of found) {
    for (const [, next] of read(path).matchAll(/(?:from|import\(?) ?'(\.[^']+)\.[jt]s'/g)) found.add(join(dirname(path), next!))
  }
  return [...found].flatMap((path) => endings.map((ending) => path + ending))
}

/** Writes all that the index leads to, other packages of ours included, as one module. */
async function writeWhole(source: string, folder: string): Promise<void> {
  const alias = Object.fromEntries(
    globSync('*', { cwd: emitted }).map((name) => [`@portofino/${name}`, join(emitted, name, 'src', 'index.js')]),
  )
  // Nothing of the machine that packs, and doc comments are with the declarations.
  const experimental = { attachDebugInfo: 'none' } as const
  await using bundle = await rolldown({ input: join(source, 'index.js'), resolve: { alias }, experimental })
  await bundle.write({ file: join(folder, 'index.js'), comments: false })
}

async function pack(name: string): Promise<string> {
  const { description, license, version, dependencies, ...rest } = manifestOf(name)
  const folder = join(libraries, name)
  const source = join(emitted, name, 'src')
  const isWhole = whole.includes(name)
  for (const file of reached(source, isWhole ? ['.d.ts'] : ['.js', '.d.ts']))
    cpSync(join(source, file), join(folder, 'dist', file))
  if (isWhole) await writeWhole(source, join(folder, 'dist'))
  for (const path of globSync([`core/${name}/README.md`, `core/${name}/docs/*.md`], { cwd: root })) {
    cpSync(join(root, path), join(folder, relative(`core/${name}`, path)))
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const manifest = {
    name: rest.name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'docs'],
    engines: { node: '>=20' },
    ...(dependencies === undefined || isWhole ? {} : { dependencies }),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', libraries], { cwd: folder, encoding: 'utf8' })
  return join(libraries, packed.trim())
}

if (process.argv[2] === undefined) rmSync(libraries, { recursive: true, force: true })
const names = withDependencies(published)
emit(names)
for (const name of names) process.stdout.write(`${await pack(name)}\n`)
for (const path of [...globSync(join(libraries, '*/')), join(libraries, 'tsconfig.json')]) rmSync(path, { recursive: true })
