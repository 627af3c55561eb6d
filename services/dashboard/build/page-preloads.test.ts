import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pages } from '../src/paths.ts'
import { pagePreloads } from './page-preloads.ts'
import type { BuiltChunk } from './page-preloads.ts'

const chunk = (fileName: string, rest: Partial<BuiltChunk> = {}): BuiltChunk => ({
  fileName,
  facadeModuleId: null,
  isEntry: false,
  imports: [],
  ...rest,
})

const screens = ['simulate', 'sign-in', 'runs', 'run', 'settings', 'about'].map((name) =>
  chunk(`assets/${name}.js`, {
    facadeModuleId: `/any/where/src/app/${name}/${name}-screen.tsx`,
    imports: name === 'run' ? ['assets/index.js', 'assets/chart.js'] : ['assets/index.js'],
    viteMetadata: { importedCss: new Set(name === 'run' ? ['assets/run.css'] : []) },
  }),
)
const built = [
  chunk('assets/index.js', { isEntry: true, imports: ['assets/react.js'] }),
  chunk('assets/react.js'),
  chunk('assets/chart.js', { imports: ['assets/scale.js', 'assets/run.js'] }),
  chunk('assets/scale.js', { imports: ['assets/react.js'] }),
  ...screens,
]

test('a page names its own code with all that it imports, and its styles, but nothing that every page has', () => {
  const run = pagePreloads(built).find(({ path }) => path === pages.run)
  assert.deepEqual(run?.preload, ['assets/run.js', 'assets/run.css', 'assets/chart.js', 'assets/scale.js'])
})

test('every page of the router is there', () => {
  assert.deepEqual(
    pagePreloads(built).map(({ path }) => path),
    Object.values(pages),
  )
})

test('a page whose screen was not built stops the build', () => {
  const withoutRuns = built.filter(({ fileName }) => fileName !== 'assets/runs.js')
  assert.throws(() => pagePreloads(withoutRuns), /Cannot list what \/simulations needs: .*runs-screen\.tsx/)
})
