import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderedPage } from './built-page.ts'

const html = '<head><meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style></head><body></body>'
const preloads = [
  { path: '/', preload: ['assets/simulate.js'] },
  { path: '/simulations', preload: ['assets/runs.js', 'assets/runs.css'] },
  { path: '/simulations/$id', preload: ['assets/run.js', 'assets/chart.js'] },
  { path: '/rebalancer/$', preload: ['assets/rebalancer.js'] },
]

const preloaded = (path: string): string[] =>
  Array.from(renderedPage({ html, preloads }, { path, nonce: 'n' }).matchAll(/href="([^"]*)"/g), ([, file = '']) => file)

test('a page names the code of its own screen only', () => {
  assert.deepEqual(preloaded('/'), ['/assets/simulate.js'])
  assert.deepEqual(preloaded('/simulations'), ['/assets/runs.js', '/assets/runs.css'])
  assert.deepEqual(preloaded('/simulations/'), ['/assets/runs.js', '/assets/runs.css'])
  assert.deepEqual(preloaded('/simulations/17'), ['/assets/run.js', '/assets/chart.js'])
  assert.deepEqual(preloaded('/rebalancer/audit'), ['/assets/rebalancer.js'])
  assert.deepEqual([preloaded('/simulations/17/more'), preloaded('/elsewhere')], [[], []])
})

test('the nonce stands wherever its placeholder stood, whatever is in it; code is named in the head, styles after the frame that they do not hold up', () => {
  assert.equal(
    renderedPage({ html, preloads }, { path: '/simulations', nonce: "a$&b$'" }),
    `<head><meta property="csp-nonce" nonce="a$&b$'"><style nonce="a$&b$'"></style><link rel="modulepreload" crossorigin href="/assets/runs.js"></head><body><link rel="stylesheet" crossorigin href="/assets/runs.css"></body>`,
  )
})
