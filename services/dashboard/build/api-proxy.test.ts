import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiProxy, builtFile } from './api-proxy.ts'

const isProxied = (url: string): boolean => {
  const [pattern = ''] = Object.keys(apiProxy('http://localhost:8000'))
  return new RegExp(pattern).test(url) && builtFile({ url }) === undefined
}

test('what the API answers goes to the API', () => {
  for (const url of [
    '/assets?q=',
    '/assets',
    '/history/?page=1',
    '/history/17',
    '/simulate',
    '/ws/simulations/1',
    '/openapi.json',
  ]) {
    assert.ok(isProxied(url), url)
  }
})

test('pages and files stay', () => {
  for (const url of [
    '/',
    '/simulations',
    '/simulations/17',
    '/assets/index-a1.js',
    '/sign-in',
    '/about',
    '/reports',
    '/src/main.tsx',
  ]) {
    assert.ok(!isProxied(url), url)
  }
})
