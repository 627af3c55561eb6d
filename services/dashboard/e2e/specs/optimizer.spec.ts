import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import type { Rolldown } from 'vite'
import { answers } from '../figures/optimizer-answers.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
let folder = ''
const library = (): string => join(folder, 'package', 'dist', 'index.js')

// One after the other: the package is made once.
test.describe.configure({ mode: 'default' })

/** What people install, out of the package that is made for them. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portofino-optimizer-'))
  execFileSync(process.execPath, [join(root, 'pack-libraries.ts'), join(folder, 'packed')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
  })
  const [packed] = globSync(join(folder, 'packed', 'portofino-optimizer-*.tgz'))
  execFileSync('tar', ['-xzf', packed!, '-C', folder])
})
test.afterAll(() => rmSync(folder, { recursive: true }))

/** The questions, minified: with the packed library, as one script that anything runs; or as a module that imports it. */
async function questions(format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: format === 'es' ? {} : { alias: { '@portofino/optimizer': library() } },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, '..', 'figures', 'optimizer-answers.ts'), formats: [format], name: 'optimizer' },
      rolldownOptions: { external: format === 'es' ? ['@portofino/optimizer'] : [] },
    },
  })
  const [bundle] = built as Rolldown.RolldownOutput[]
  return bundle!.output[0].code
}

test('the packed optimizer, bundled, gives the bits of Node in a page and in a worker', async ({ page }) => {
  const expected = answers()
  expect(Object.values(expected).map(({ length }) => length >= 20)).toEqual([true, true, true, true])
  const code = `${await questions('iife')};optimizer.answers()`
  expect(await page.evaluate(code)).toEqual(expected)
  const inWorker = await page.evaluate(
    (script) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([`postMessage(eval(${JSON.stringify(script)}))`])))
        worker.addEventListener('message', ({ data }) => resolve(data))
        worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      }),
    code,
  )
  expect(inWorker).toEqual(expected)
})

/** A server of modules, by their names. */
function served(modules: Record<string, string>): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const code = modules[url!.slice(1)]
    response.writeHead(code === undefined ? 404 : 200, { 'content-type': url === '/' ? 'text/html' : 'text/javascript' })
    response.end(code)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

test('the packed optimizer, as it is, gives them as a module of a page and of a worker', async ({ page }) => {
  const asked = await questions('es')
  expect(asked).toContain('@portofino/optimizer')
  const server = await served({
    '': '<!doctype html><title>Optimizer</title>',
    'optimizer.js': readFileSync(library(), 'utf8'),
    'asked.js': asked.replaceAll('@portofino/optimizer', './optimizer.js'),
    'worker.js': "import { answers } from './asked.js'; postMessage(answers())",
  })
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const found = await page.evaluate(async () => {
      const address: string = '/asked.js'
      const module: { answers: () => unknown } = await import(address)
      const inWorker = await new Promise((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' })
        worker.addEventListener('message', ({ data }) => resolve(data))
        worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      })
      return [module.answers(), inWorker]
    })
    expect(found).toEqual([answers(), answers()])
  } finally {
    server.close()
  }
})
