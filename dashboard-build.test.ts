import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, beforeEach, test } from 'node:test'

/** Stands in for npm: notes that it was asked, and makes what Vite would make. */
const npm = `
const { appendFileSync, existsSync, mkdirSync, rmSync } = require('node:fs')
appendFileSync('builds', process.argv.slice(2).join(' ') + '\\n')
rmSync('services/dashboard/dist', { recursive: true, force: true })
mkdirSync('services/dashboard/dist', { recursive: true })
if (existsSync('broken')) process.exit(1)
`
const module = new URL('dashboard-build.mjs', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'portofino-build-'))
after(() => rmSync(folder, { recursive: true }))

function write(path: string, text = path): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeEach(() => {
  rmSync(folder, { recursive: true })
  for (const path of ['package-lock.json', 'tsconfig.json', 'core/market/src/day.ts', 'services/dashboard/src/main.tsx'])
    write(path)
  write('npm.cjs', npm)
})

/** Whether there is a build afterwards, and how many there have been. */
function built(settings: Readonly<Record<string, string>> = {}): [boolean, number] {
  const code = `import { buildDashboard } from ${JSON.stringify(module)}
console.log(buildDashboard(${JSON.stringify(folder)}, [process.execPath, 'npm.cjs']))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { PATH: process.env['PATH'], ...settings },
    encoding: 'utf8',
  })
  return [JSON.parse(stdout), readFileSync(join(folder, 'builds'), 'utf8').split('\n').length - 1]
}

test('a build is made once', () => {
  assert.deepEqual(
    [built(), built()],
    [
      [true, 1],
      [true, 1],
    ],
  )
  assert.equal(
    readFileSync(join(folder, 'builds'), 'utf8'),
    'run build --workspace=@portofino/dashboard --silent -- --logLevel=warn\n',
  )
})

test('another is made when a source changes, comes or goes, or the packages do', () => {
  built()
  write('services/dashboard/src/main.tsx', 'changed')
  assert.deepEqual(built(), [true, 2])
  write('core/market/src/week.ts')
  assert.deepEqual(built(), [true, 3])
  rmSync(join(folder, 'core/market/src/week.ts'))
  assert.deepEqual(built(), [true, 4])
  write('package-lock.json', 'changed')
  assert.deepEqual(built(), [true, 5])
})

test('another is made when the build is gone, or was made by hand', () => {
  built()
  rmSync(join(folder, 'services/dashboard/dist'), { recursive: true })
  assert.deepEqual(built(), [true, 2])
  rmSync(join(folder, 'services/dashboard/dist'), { recursive: true })
  write('services/dashboard/dist/index.html')
  assert.deepEqual(built(), [true, 3])
})

test('another is made for another address of the API, which the build holds', () => {
  built({ NEXT_PUBLIC_API_URL: 'http://localhost:8000' })
  assert.deepEqual(built({ NEXT_PUBLIC_API_URL: 'http://localhost:8000' }), [true, 1])
  assert.deepEqual(built({ NEXT_PUBLIC_API_URL: 'http://localhost:9000' }), [true, 2])
  assert.deepEqual(built(), [true, 3])
})

test('none is made for tests, texts, or times of files', () => {
  built()
  for (const path of ['src/main.test.ts', 'e2e/story.spec.ts', 'README.md', 'node_modules/a.js'])
    write(`services/dashboard/${path}`)
  utimesSync(join(folder, 'services/dashboard/src/main.tsx'), new Date(), new Date())
  assert.deepEqual(built(), [true, 1])
})

test('one that failed is said to have, and tried again', () => {
  write('broken')
  assert.deepEqual(built(), [false, 1])
  assert.ok(!existsSync(join(folder, 'services/dashboard/dist/.portofino-build')))
  rmSync(join(folder, 'broken'))
  assert.deepEqual(built(), [true, 2])
})
