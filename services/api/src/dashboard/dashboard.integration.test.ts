import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync, gzipSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { apiPrefixes } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const script = `console.log(${JSON.stringify('portofino '.repeat(300))})`
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta property="csp-nonce" nonce="__CSP_NONCE__" />
    <script type="module" src="/assets/app-a1b2c3.js"></script>
  </head>
  <body><div id="root">${'skeleton '.repeat(300)}</div></body>
</html>
`
const build: Record<string, string | Buffer> = {
  'index.html': html,
  'pages.json': JSON.stringify([{ path: '/simulations/$id', preload: ['assets/run-d4e5f6.js'] }]),
  '.vite/manifest.json': '{}',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'start.js': '0',
  'assets/app-a1b2c3.js': script,
  'assets/app-a1b2c3.js.br': brotliCompressSync(script),
  'assets/app-a1b2c3.js.gz': gzipSync(script),
  'assets/run-d4e5f6.js': 'export default 1',
}

async function written(folder: string): Promise<void> {
  for (const [name, content] of Object.entries(build)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

let app: ServedApplication
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portofino-dashboard-'))
  await written(folder)
  app = await servedApplication({ works: false, dashboardFolder: folder })
})
after(async () => {
  await app[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

/** As it comes, compressed or not. */
async function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { promise, resolve } = Promise.withResolvers<{ status: number; encoding: string; type: string; bytes: Buffer }>()
  request(`${app.url}${path}`, { method, headers }, async (reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of reply) chunks.push(chunk)
    const { 'content-encoding': encoding = 'none', 'content-type': type = '' } = reply.headers
    resolve({ status: reply.statusCode ?? 0, encoding, type, bytes: Buffer.concat(chunks) })
  }).end()
  return promise
}

describe('a page', () => {
  const pages = ['/', '/sign-in?next=%2F', '/simulations', '/simulations/17', '/rebalancer/audit', '/no-such-page', '//a']
  for (const path of pages) {
    test(`${path} is the page of the build`, async () => {
      const { status, headers, text } = await app.call('GET', path)
      assert.deepEqual([status, headers.get('content-type')], [200, 'text/html; charset=utf-8'])
      assert.equal(headers.get('cache-control'), 'no-cache')
      assert.match(text, /<script type="module" src="\/assets\/app-a1b2c3\.js">/)
    })
  }

  test('is shown to a browser at every address that is neither a file nor the API, also one that cannot be decoded', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
    for (const path of ['/simulations/1.5', '//elsewhere.invalid', '/%', '/simulations/%E0%A4%A?view=%', '/v1.0/%zz']) {
      const { status, type } = await raw(path, { accept })
      assert.deepEqual([path, status, type], [path, 200, 'text/html; charset=utf-8'])
    }
    for (const path of ['/old.js', '/simulations/17.css', '/index.html', '/.vite/manifest.json', '/history/%']) {
      const { status, type } = await raw(path, { accept })
      assert.deepEqual([path, type], [path, 'application/problem+json'])
      assert.ok(status >= 400, path)
    }
    assert.equal((await raw('/%')).status, 400)
  })

  test('may use its own scripts and styles, others with the nonce of this one reply, and its own sockets', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { text, headers } = await app.call('GET', '/')
        const nonce = /<meta property="csp-nonce" nonce="([^"]*)"/.exec(text)?.[1] ?? ''
        assert.match(nonce, /^[A-Za-z0-9+/]{22}==$/)
        const policy = headers.get('content-security-policy') ?? ''
        assert.doesNotMatch(policy, /unsafe|\*|https?:/)
        const directives = policy.split('; ')
        const socket = app.url.replace('http', 'ws')
        for (const directive of [
          "default-src 'none'",
          `script-src 'self' 'nonce-${nonce}'`,
          `style-src 'self' 'nonce-${nonce}'`,
          `connect-src 'self' ${socket}`,
          "frame-ancestors 'none'",
        ])
          assert.ok(directives.includes(directive), `${directive} in ${policy}`)
        return nonce
      }),
    )
    assert.notEqual(nonces[0], nonces[1])
  })

  test('under another name of this machine opens its sockets there', async () => {
    const { headers } = await app.call('GET', '/', { headers: {} })
    assert.match(headers.get('content-security-policy') ?? '', /ws:\/\/localhost:\d+/)
    const other = await fetch(app.url.replace('localhost', '127.0.0.1'))
    assert.match(other.headers.get('content-security-policy') ?? '', /connect-src 'self' ws:\/\/127\.0\.0\.1:\d+;/)
  })

  test('begins to load the code of its screen', async () => {
    const link = '<link rel="modulepreload" crossorigin href="/assets/run-d4e5f6.js"></head>'
    assert.ok((await app.call('GET', '/simulations/17')).text.includes(link))
    assert.ok(!(await app.call('GET', '/simulations')).text.includes('modulepreload'))
  })

  test('comes compressed as the browser takes it, and without a body to HEAD', async () => {
    const zstd = await raw('/', { 'accept-encoding': 'gzip, deflate, br, zstd' })
    assert.deepEqual([zstd.encoding, zstdDecompressSync(zstd.bytes).toString().length], ['zstd', html.length + 11])
    const gzip = await raw('/', { 'accept-encoding': 'gzip' })
    assert.deepEqual([gzip.encoding, gunzipSync(gzip.bytes).toString().length], ['gzip', html.length + 11])
    const head = await raw('/simulations/17', {}, 'HEAD')
    assert.deepEqual([head.status, head.type, head.bytes.length], [200, 'text/html; charset=utf-8', 0])
  })

  test('is not there for other methods', async () => {
    for (const path of ['/', '/simulations', '/no-such-page']) {
      const { status, body, headers } = await app.call('POST', path, { json: {} })
      assert.deepEqual([status, body.code, headers.get('allow')], [405, 'method_not_allowed', 'GET, HEAD'])
    }
  })
})

describe('a file of the build', () => {
  test('with a hash in its name lasts a year', async () => {
    const { status, headers, text } = await app.call('GET', '/assets/run-d4e5f6.js')
    assert.deepEqual(
      [status, headers.get('content-type'), text],
      [200, 'application/javascript; charset=utf-8', 'export default 1'],
    )
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
  })

  test('without one is asked for again, and answered with 304 while it is the same', async () => {
    for (const [path, type] of [
      ['/favicon.svg', 'image/svg+xml'],
      ['/start.js', 'application/javascript; charset=utf-8'],
    ] as const) {
      const { status, headers } = await app.call('GET', path)
      assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, type, 'no-cache'])
      const again = await raw(path, { 'if-none-match': headers.get('etag') ?? '' })
      assert.equal(again.status, 304)
    }
  })

  test('comes as it was compressed, where the browser takes that', async () => {
    const path = '/assets/app-a1b2c3.js'
    const type = 'application/javascript; charset=utf-8'
    const br = await raw(path, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    assert.deepEqual([br.encoding, br.type, brotliDecompressSync(br.bytes).toString() === script], ['br', type, true])
    const gzip = await raw(path, { 'accept-encoding': 'gzip' })
    assert.deepEqual([gzip.encoding, gzip.type, gunzipSync(gzip.bytes).toString() === script], ['gzip', type, true])
    const none = await raw(path, { 'accept-encoding': 'br;q=0' })
    assert.deepEqual([none.encoding, none.type, none.bytes.toString() === script], ['none', type, true])
    const plain = await raw('/assets/run-d4e5f6.js', { 'accept-encoding': 'br' })
    assert.deepEqual([plain.encoding, plain.bytes.toString()], ['none', 'export default 1'])
    const { headers } = await app.call('GET', path)
    assert.match(headers.get('vary') ?? '', /origin.*accept-encoding/i)
  })

  const missing = ['/assets/app-000000.js', '/old.js', '/favicon.ico', '/simulations/17.js', '/index.html', '/pages.json']
  const hidden = [
    '/.vite/manifest.json',
    '/assets',
    '/assets/',
    '/assets/none',
    '/..%2f..%2fpackage.json',
    '/assets/..%2findex.html',
  ]
  for (const path of [...missing, ...hidden]) {
    test(`${path} is not one, and says so as the API does`, async () => {
      const { status, headers } = await app.call('GET', path)
      // Without a file of that name, /assets is the list of instruments.
      assert.equal(status, /^\/assets\/?$/.test(path) ? 401 : 404)
      assert.equal(headers.get('content-type'), 'application/problem+json')
    })
  }
})

describe('the API', () => {
  test('is never answered with a page', async () => {
    for (const prefix of apiPrefixes) {
      const { status, headers, body } = await app.call('GET', `/${prefix}/no/such/thing`)
      assert.deepEqual([status, body.code], [404, 'not_found'], prefix)
      assert.equal(headers.get('content-type'), 'application/problem+json')
    }
  })

  test('still finds ids that are too long, encoded or not', async () => {
    for (const id of ['9'.repeat(101), '%39'.repeat(101), 'a%2Fb'.repeat(60)]) {
      const reply = await app.call('GET', `/history/${id}/series`)
      assert.deepEqual([reply.status, reply.body.code], [414, 'uri_too_long'])
    }
    assert.equal((await app.call('GET', `/simulations/${'9'.repeat(101)}`)).status, 200)
  })

  test('says which methods there are, and none of the pages', async () => {
    const reply = await app.call('GET', '/simulate')
    assert.deepEqual([reply.status, reply.headers.get('allow')], [405, 'POST'])
    const other = await app.call('DELETE', '/history')
    assert.deepEqual([other.status, other.headers.get('allow')], [405, 'GET, HEAD'])
  })

  test('opens no socket where a page is', async () => {
    const { status } = await raw('/simulations/17', { connection: 'upgrade', upgrade: 'websocket' })
    assert.equal(status, 404)
  })
})

test('without a build every page says how to make one, and the API works', async () => {
  await using bare = await servedApplication({ works: false })
  for (const path of ['/', '/simulations/17']) {
    const { status, headers, text } = await bare.call('GET', path)
    assert.deepEqual([status, headers.get('content-type')], [503, 'text/plain; charset=utf-8'])
    assert.match(text, /not built[\s\S]*npm start[\s\S]*npm run build -w @portofino\/dashboard/)
  }
  assert.equal((await bare.call('GET', '/favicon.svg')).status, 404)
  assert.equal((await bare.call('GET', '/health')).status, 200)
})
