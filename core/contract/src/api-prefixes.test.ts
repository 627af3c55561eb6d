import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiPrefixes, isApiPath } from './api-prefixes.ts'

test('the API is below its prefixes, with or without more', () => {
  for (const prefix of apiPrefixes) {
    for (const path of [`/${prefix}`, `/${prefix}/`, `/${prefix}?q=1`, `/${prefix}/a/b`]) assert.ok(isApiPath(path), path)
    for (const path of [`/${prefix}s`, `/a/${prefix}`, prefix]) assert.ok(!isApiPath(path), path)
  }
})

test('no page of the dashboard is an address of the API', () => {
  const pages = ['/', '/?cmd=', '/sign-in', '/simulations', '/simulations/17', '/compare', '/frontier', '/settings', '/about']
  const rebalancer = ['overview', 'configuration', 'audit', 'logs'].map((page) => `/rebalancer/${page}`)
  for (const path of [...pages, ...rebalancer, '/openapi_json']) assert.ok(!isApiPath(path), path)
})
