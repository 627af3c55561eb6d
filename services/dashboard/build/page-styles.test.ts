import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withStyles } from './page-styles.ts'

test('the style sheets of every page stand in the page, in their order, and nothing else changes', () => {
  const html = `<head>
    <link rel="modulepreload" crossorigin href="/assets/paths.js">
    <link rel="stylesheet" crossorigin href="/assets/icon.css">
    <link rel="stylesheet" crossorigin href="/assets/index.css">
  </head>`
  const sheets: Record<string, string> = { 'assets/icon.css': '.i{}\n', 'assets/index.css': "a{content:'$&'}" }
  assert.equal(
    withStyles(html, (file) => sheets[file] ?? ''),
    `<head>
    <link rel="modulepreload" crossorigin href="/assets/paths.js">
    <style nonce="__CSP_NONCE__">.i{}</style>
    <style nonce="__CSP_NONCE__">a{content:'$&'}</style>
  </head>`,
  )
})
