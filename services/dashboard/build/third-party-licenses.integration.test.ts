import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { build, createServer } from 'vite'
import type { Rolldown } from 'vite'
import { packageFolder, thirdPartyLicenses } from './third-party-licenses.ts'
import type { ThirdPartyPackage } from '../src/app/about/third-party-packages.ts'

const root = join(import.meta.dirname, '..')

describe('packageFolder', () => {
  test('is the innermost installed package, with its scope', () => {
    assert.equal(packageFolder('/a/node_modules/zod/v4/core.js'), '/a/node_modules/zod')
    assert.equal(packageFolder('/a/node_modules/x/node_modules/@b/c/d.js'), '/a/node_modules/x/node_modules/@b/c')
    assert.equal(packageFolder('\0/a/node_modules/react/index.js?commonjs'), '/a/node_modules/react')
  })

  test('is none of our own modules', () => {
    assert.equal(packageFolder('/a/core/strategy/src/index.ts'), null)
    assert.equal(packageFolder('\0vite/preload-helper.js'), null)
  })
})

/** What is told in a page that holds `code` besides. */
async function listed(code: string): Promise<ThirdPartyPackage[]> {
  const entry = 'virtual:page'
  const page = {
    name: 'page',
    resolveId: (source: string) => (source === entry ? join(root, 'page.js') : null),
    load: (source: string) => (source.endsWith('page.js') ? `${code}\nexport default '__THIRD_PARTY_PACKAGES__'` : null),
  }
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [page, thirdPartyLicenses(root)],
    build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'es' } } },
  })) as Rolldown.RolldownOutput
  const { code: built } = output.output[0]
  const module = (await import(`data:text/javascript,${encodeURIComponent(built)}`)) as { default: string }
  return JSON.parse(module.default) as ThirdPartyPackage[]
}

test('lists what the page holds, what that depends on, and nothing else, with the whole license', async () => {
  const packages = await listed("export { createChart } from 'lightweight-charts'")
  const names = packages.map(({ name }) => name)
  assert.ok(names.includes('lightweight-charts') && names.includes('fancy-canvas'), names.join())
  assert.ok(!names.includes('react') && !names.includes('vite'), names.join())
  const [charts] = packages.filter(({ name }) => name === 'lightweight-charts')
  assert.equal(charts!.license, 'Apache-2.0')
  assert.match(charts!.text, /TERMS AND CONDITIONS FOR USE/)
})

test('a page of our own alone lists the fonts, which every page has', async () => {
  const fonts = await listed('')
  assert.deepEqual(
    fonts.map(({ name, license }) => `${name}: ${license}`),
    ['Geist Mono: OFL-1.1', 'Hanken Grotesk: OFL-1.1', 'Newsreader: OFL-1.1'],
  )
})

test('while the dashboard is developed, the list is what its package.json names', async () => {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [thirdPartyLicenses(root)],
  })
  try {
    const module = await server.ssrLoadModule('/src/app/about/third-party-packages.ts')
    const names = (JSON.parse(module['thirdPartyPackages'] as string) as ThirdPartyPackage[]).map(({ name }) => name)
    assert.ok(names.includes('lightweight-charts') && names.includes('react'), names.join())
    assert.ok(!names.some((name) => name.startsWith('@portofino/')), names.join())
  } finally {
    await server.close()
  }
})
