import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const app = join(import.meta.dirname, '..', 'app')
/** They stand beside every screen. */
const everywhere = ['shell', 'palette']
/** Paper has no other screen; the form stands also in the dialog that asks again on every screen. */
const beyondScreens = ['run/print/print.css', 'sign-in/entry-form.css']

test('the styles of a screen hold for that screen alone: all stay loaded once it was seen', () => {
  const files = globSync('*/**/*.css', { cwd: app }).filter(
    (file) => !everywhere.includes(file.split('/')[0]!) && !beyondScreens.includes(file),
  )
  assert.ok(files.length > 5)
  for (const file of files) {
    const [screen] = dirname(file).split('/')
    const rules = readFileSync(join(app, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^ {2}@keyframes[\s\S]*?^ {2}\}\n/gm, '')
    const [outermost, next] = rules.trim().split('\n')
    assert.equal(outermost, '@layer components {', file)
    assert.equal(next?.trim(), `:where([data-screen='${screen}']) {`, file)
    assert.equal(rules.match(/@layer/g)?.length, 1, `${file}: a layer in a layer yields to all others`)
    // The shell's dialogs and menus open on every screen, and belong to none.
    assert.doesNotMatch(rules, /^ *\.(?:dialog|sheet|menu|layer|palette|pop|tip)(?![\w-])/m, `${file}: names no owner`)
    assert.match(rules, /\n {2}\}\n\}\s*$/, `${file}: something stands beside the screen's own rules`)
  }
})
