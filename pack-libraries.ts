/**
 * Makes npm packages of the core libraries in dist/libraries, or in the new folder that is named: JavaScript, declarations, a manifest
 * for those who install them. Node strips no types under node_modules, so what is published cannot be the source itself.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = import.meta.dirname
const libraries = resolve(process.argv[2] ?? join(root, 'dist', 'libraries'))
const emitted = join(libraries, 'emitted')

/** What people install; the workspaces that these import are packed with them. */
const published = ['strategy', 'metrics', 'simulator']

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

/** The modules that the index leads to; others are for tests. */
function reached(source: string): Set<string> {
  const found = new Set(['index.js'])
  for (const path of found) {
    const code = [path, declarations(path)].map((file) => readFileSync(join(source, file), 'utf8')).join('\n')
    for (const [, next] of code.matchAll(/(?:from|import\(?) ?'(\.[^']+)\.[jt]s'/g)) found.add(join(dirname(path), `${next}.js`))
  }
  return found
}

function declarations(path: string): string {
  return path.replace(/\.js$/, '.d.ts')
}

function pack(name: string): string {
  const { description, license, version, dependencies, ...rest } = manifestOf(name)
  const folder = join(libraries, name)
  const source = join(emitted, name, 'src')
  for (const path of reached(source)) {
    for (const file of [path, declarations(path)]) cpSync(join(source, file), join(folder, 'dist', file))
  }
  for (const file of [join('core', name, 'README.md'), 'LICENSE']) cpSync(join(root, file), join(folder, file.split('/').at(-1)!))
  const manifest = {
    name: rest.name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    engines: { node: '>=20' },
    ...(dependencies === undefined ? {} : { dependencies }),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', libraries], { cwd: folder, encoding: 'utf8' })
  return join(libraries, packed.trim())
}

if (process.argv[2] === undefined) rmSync(libraries, { recursive: true, force: true })
const names = withDependencies(published)
emit(names)
for (const name of names) process.stdout.write(`${pack(name)}\n`)
for (const path of [...globSync(join(libraries, '*/')), join(libraries, 'tsconfig.json')]) rmSync(path, { recursive: true })
