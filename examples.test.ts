import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Runs every `ts` block of doc comments and READMEs, and every `npm run portofino` line of the READMEs' `sh` blocks. */
const root = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'portofino-examples-'))
after(() => rmSync(folder, { recursive: true }))

interface Example {
  path: string
  line: number
  language: string
  code: string
}

function examples(path: string): Example[] {
  const text = readFileSync(join(root, path), 'utf8')
  const isCode = path.endsWith('.ts')
  const fence = isCode ? /^ *\* ```(ts)\n([\s\S]*?)^ *\* ```$/gm : /^```(ts|sh)\n([\s\S]*?)^```$/gm
  return Array.from(text.matchAll(fence), (match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1]!,
    code: isCode ? match[2]!.replaceAll(/^ *\* ?/gm, '') : match[2]!,
  }))
}

const sources = globSync('{core,adapters,services,tasks}/*/src/**/*.ts', { cwd: root }).filter(
  (path) => !path.endsWith('.test.ts'),
)
const readmes = globSync(['*.md', '{core,adapters,services}/*/README.md', 'core/*/docs/*.md', '{tasks,bench}/README.md'], {
  cwd: root,
})
const all = [...sources, ...readmes].flatMap(examples)

const manifest = (path: string): { name?: string; exports?: string } => JSON.parse(readFileSync(join(root, path), 'utf8'))
const entries = new Map(
  globSync('{core,adapters}/*/package.json', { cwd: root }).map((path) => {
    const { name, exports } = manifest(path)
    return [name!, pathToFileURL(join(root, dirname(path), exports!)).href]
  }),
)

/** The block as a module of its own: imports by name lead to this checkout, names of the workspace's barrel are in scope. */
async function moduleText({ path, code }: Example): Promise<string> {
  const written = code.replaceAll(/from '(@portofino\/[a-z-]+)'/g, (_, name: string) => `from '${entries.get(name)}'`)
  const lines = written.includes('node:assert/strict') ? [] : [`import assert from 'node:assert/strict'`]
  const workspace = /^(core|adapters)\/[a-z-]+/.exec(path)?.[0]
  const barrel = workspace === undefined ? [] : [entries.get(manifest(`${workspace}/package.json`).name!)!]
  const own = path.endsWith('.ts') ? [pathToFileURL(join(root, path)).href] : []
  const bound = new Set(
    Array.from(written.matchAll(/import (?:type )?\{([^}]*)\}/g), ([, names]) => names!.split(/[,\s]+/)).flat(),
  )
  for (const entry of [...own, ...barrel]) {
    const names = Object.keys(await import(entry)).filter((name) => !bound.has(name) && new RegExp(`\\b${name}\\b`).test(code))
    const free = names.filter((name) => !new RegExp(`(const|function) ${name}\\b`).test(code))
    if (free.length > 0) lines.push(`import { ${free.join(', ')} } from '${entry}'`)
    for (const name of free) bound.add(name)
  }
  return `${lines.join('\n')}\nassert.ok(true)\n${written}`
}

describe('examples in TypeScript', () => {
  for (const [i, example] of all.filter(({ language }) => language === 'ts').entries()) {
    test(`${example.path}:${example.line}`, async () => {
      const file = join(folder, `example-${i}.ts`)
      writeFileSync(file, await moduleText(example))
      await import(pathToFileURL(file).href)
    })
  }
})

describe('examples on the command line', () => {
  const run = promisify(execFile)
  const commands = all
    .filter(({ language }) => language === 'sh')
    .flatMap(({ path, line, code }) => code.split('\n').map((text, i) => ({ path, line: line + 1 + i, text })))
    .filter(({ text }) => /^(npm run (-s |--silent )?portofino -- |npx portofino )/.test(text))

  test('the README shows some', () => assert.ok(commands.some(({ path }) => path === 'README.md')))

  for (const { path, line, text } of commands) {
    test(`${path}:${line} ${text}`, async () => {
      const words = text.replace(/^(npm run (-s |--silent )?portofino -- |npx portofino )/, '')
      const main = join(root, 'services/cli/src/main.ts')
      const { stderr } = await run('bash', ['-c', `"$0" "$1" ${words}`, process.execPath, main], {
        cwd: folder,
        env: { ...process.env, PORTOFINO_DATA_DIR: join(folder, 'data') },
      })
      assert.equal(stderr, '')
    })
  }
})
