import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, test } from 'node:test'

const root = import.meta.dirname
/** Inside core: whom each room may use. `strategy -> numeric` is decision 001; `contract` uses types only. */
const coreRooms: Record<string, readonly string[]> = {
  numeric: [],
  market: [],
  metrics: ['numeric', 'market'],
  optimizer: ['numeric'],
  strategy: ['market', 'numeric'],
  rebalancing: ['optimizer', 'market', 'numeric'],
  simulator: ['numeric', 'market', 'metrics', 'optimizer', 'strategy', 'rebalancing'],
  audit: [],
  contract: ['market', 'metrics', 'optimizer', 'strategy', 'simulator', 'rebalancing', 'audit'],
}
const layers = ['core', 'adapters', 'tasks', 'services'] as const

interface Manifest {
  name: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

interface Workspace {
  /** `core/metrics`, from the root. */
  folder: string
  /** The name without its scope, as in the diagram. */
  room: string
  layer: string
  manifest: Manifest
  files: SourceFile[]
}

interface SourceFile {
  path: string
  text: string
  imports: string[]
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

function sourceFile(path: string): SourceFile {
  const text = read(path)
  const code = text.replaceAll(/^\s*(\*|\/\*|\/\/).*$/gm, '')
  const found = code.matchAll(/(?:^\s*(?:import|export)\b[^'";]*?from\s*|^\s*import\s*|\bimport\(\s*)'([^']+)'/gm)
  return { path, text, imports: Array.from(found, (match) => match[1]!) }
}

const workspaces: Workspace[] = globSync(['{core,adapters,services}/*/package.json', '{tasks,bench}/package.json'], {
  cwd: root,
}).map((path) => {
  const folder = dirname(path)
  const manifest = JSON.parse(read(path)) as Manifest
  const files = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map(sourceFile)
  return { folder, room: manifest.name.replace('@portofino/', ''), layer: folder.split('/')[0]!, manifest, files }
})
const byName = new Map(workspaces.map((workspace) => [workspace.manifest.name, workspace]))
const own = (workspace: Workspace): string[] =>
  Object.keys(workspace.manifest.dependencies ?? {}).filter((name) => byName.has(name))

/** Who imports each file by path. */
const importers = new Map<string, string[]>()
for (const { path, imports } of workspaces.flatMap(({ files }) => files)) {
  for (const specifier of imports.filter((each) => each.startsWith('.'))) {
    const target = relative(root, resolve(root, dirname(path), specifier))
    importers.set(target, [...(importers.get(target) ?? []), path])
  }
}

/** Whether it is a test, the configuration of a tool, or a file that only these import. */
function isForTests(path: string): boolean {
  const users = importers.get(path) ?? []
  return /\.test\.ts$|\.config\.ts$|\/e2e\//.test(path) || (users.length > 0 && users.every(isForTests))
}

/** The first circle of imports by path, types included; null when there is none. */
function importCircle(): string[] | null {
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    for (const user of importers.get(path) ?? []) {
      const circle = visit(user, [...trail, path])
      if (circle !== null) return circle
    }
    done.add(path)
    return null
  }
  for (const path of importers.keys()) {
    const circle = visit(path, [])
    if (circle !== null) return circle
  }
  return null
}

/** The package of an import by name, without the path inside it. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

test('there are workspaces, and each says its name by its folder', () => {
  assert.ok(workspaces.length >= 8)
  for (const { folder, room } of workspaces) assert.equal(folder.split('/').at(-1), room, folder)
})

describe('who imports whom', () => {
  test('no files import each other in a circle', () => assert.equal(importCircle()?.join(' <- '), undefined))

  test('the diagram in ARCHITECTURE.md is what the manifests say', () => {
    const diagram = /```mermaid\n([\s\S]*?)```/.exec(read('ARCHITECTURE.md'))?.[1] ?? ''
    const drawn = Array.from(diagram.matchAll(/^\s*([a-z-]+) --> ([a-z &-]+)$/gm), ([, from, to]) =>
      to!.split('&').map((each) => `${from} --> ${each.trim()}`),
    ).flat()
    const declared = workspaces
      .filter(({ layer }) => layer !== 'bench')
      .flatMap((workspace) => own(workspace).map((name) => `${workspace.room} --> ${byName.get(name)!.room}`))
    assert.deepEqual(drawn.toSorted(), declared.toSorted())
  })

  test('services -> tasks -> adapters -> core, never back, and no service imports another', () => {
    for (const workspace of workspaces.filter(({ layer }) => layer !== 'bench')) {
      for (const name of own(workspace)) {
        const [from, to] = [workspace.layer, byName.get(name)!.layer].map((layer) => layers.indexOf(layer as 'core'))
        const sideways = ['core', 'adapters'].includes(workspace.layer)
        assert.ok(to! < from! || (sideways && to === from), `${workspace.folder} must not depend on ${name}`)
      }
    }
  })

  test('inside core, the nouns are at the bottom', () => {
    for (const workspace of workspaces.filter(({ layer }) => layer === 'core')) {
      const allowed = coreRooms[workspace.room] ?? []
      const used = own(workspace).map((name) => byName.get(name)!.room)
      assert.deepEqual(
        used.filter((room) => !allowed.includes(room)),
        [],
        workspace.folder,
      )
    }
  })

  test('adapters import each other only as far as telemetry and database', () => {
    for (const workspace of workspaces.filter(({ layer }) => layer === 'adapters')) {
      for (const name of own(workspace).filter((each) => byName.get(each)!.layer === 'adapters')) {
        assert.ok(['telemetry', 'database'].includes(byName.get(name)!.room), `${workspace.folder} must not depend on ${name}`)
      }
    }
  })

  test('core has no third-party dependency; contract may have Zod', () => {
    for (const { folder, room, manifest } of workspaces.filter(({ layer }) => layer === 'core')) {
      const foreign = Object.keys(manifest.dependencies ?? {}).filter((name) => !byName.has(name))
      assert.deepEqual(foreign, room === 'contract' ? ['zod'] : [], folder)
    }
  })

  for (const workspace of workspaces) {
    const byNames = workspace.files.flatMap(({ path, imports }) =>
      imports.filter((each) => !each.startsWith('.')).map((specifier) => ({ path, specifier })),
    )

    test(`${workspace.folder} writes node: before what Node brings, which core does without`, () => {
      for (const { path, specifier } of byNames.filter((each) => isBuiltin(each.specifier))) {
        assert.ok(specifier.startsWith('node:'), `${path}: write node:${specifier}`)
        assert.ok(workspace.layer !== 'core' || isForTests(path), `${path}: core must not import ${specifier}`)
      }
    })

    test(`${workspace.folder} imports what it declares, by name, and declares what it imports`, () => {
      const rootTools = Object.keys((JSON.parse(read('package.json')) as Manifest).devDependencies ?? {})
      const testTools = [...rootTools, ...Object.keys(workspace.manifest.devDependencies ?? {})]
      const declared = new Set(Object.keys(workspace.manifest.dependencies ?? {}))
      const used = new Set<string>()
      for (const { path, specifier } of byNames.filter((each) => !isBuiltin(each.specifier))) {
        const name = packageOf(specifier)
        used.add(name)
        assert.ok(!byName.has(name) || specifier === name, `${path}: import ${name} itself, not ${specifier}`)
        const isDeclared = declared.has(name) || (isForTests(path) && testTools.includes(name))
        assert.ok(isDeclared, `${path}: ${name} is not declared in its package.json`)
      }
      assert.deepEqual(
        Array.from(declared).filter((name) => !used.has(name)),
        [],
        `${workspace.folder} declares what it never imports`,
      )
    })

    test(`${workspace.folder} reaches no file of another workspace by path`, () => {
      for (const { path, imports } of workspace.files) {
        for (const specifier of imports.filter((each) => each.startsWith('.'))) {
          const target = resolve(root, dirname(path), specifier.split('?')[0]!)
          const mayReach = [workspace.folder, ...(isForTests(path) ? ['fixtures'] : [])].map((folder) => join(root, folder) + sep)
          assert.ok(
            mayReach.some((folder) => target.startsWith(folder)),
            `${path} imports ${specifier}`,
          )
          assert.ok(existsSync(target), `${path} imports ${specifier}, which does not exist`)
        }
      }
    })

    test(`${workspace.folder} has at most one barrel, with one explicit line per name`, () => {
      const barrels = workspace.files.filter(({ path }) => path.endsWith('/index.ts'))
      assert.deepEqual(
        barrels.map(({ path }) => path).filter((path) => path !== `${workspace.folder}/src/index.ts`),
        [],
      )
      for (const { path, text } of workspace.files) assert.doesNotMatch(text, /^export \*/m, path)
      for (const { path, imports } of workspace.files) {
        assert.ok(!imports.some((each) => each.startsWith('.') && each.endsWith('/index.ts')), `${path} imports a barrel by path`)
      }
    })
  }
})

describe('the shape of files', () => {
  const everyFile = workspaces.flatMap(({ files }) => files)

  test('no file is longer than 250 lines, and the median is about 60', () => {
    const lengths = everyFile.map(({ text }) => text.split('\n').length - 1).toSorted((a, b) => a - b)
    for (const { path, text } of everyFile) assert.ok(text.split('\n').length <= 251, `${path} is too long: split it by idea`)
    assert.ok(lengths[lengths.length >> 1]! <= 70, `the median file has ${lengths[lengths.length >> 1]} lines`)
  })

  test('no folder, workspace or file has a name that says nothing', () => {
    const empty = /(^|\/)(utils?|common|shared|helpers?|lib|types|misc)(\/|\.tsx?$)/
    assert.deepEqual(
      everyFile.map(({ path }) => path).filter((path) => empty.test(path)),
      [],
    )
  })

  test('every workspace has a README', () => {
    assert.deepEqual(
      workspaces.map(({ folder }) => `${folder}/README.md`).filter((path) => !existsSync(join(root, path))),
      [],
    )
  })
})
