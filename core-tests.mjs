// Runs the tests of core in two processes at once: those of the optimizer's objectives take as long as all others. Words are handed on to both.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'

const reporters = ['dot', './fail-on-skip.mjs'].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
])
const objectives = globSync('core/optimizer/src/objectives/**/*.test.ts')
const others = globSync('core/*/src/**/*.test.ts').filter((file) => !objectives.includes(file))
const parts = [objectives, others]
// Node keeps what it made of each file: a sixth of the time.
const env = { NODE_COMPILE_CACHE: 'node_modules/.cache/compiled', ...process.env }

/** @param {readonly string[]} files */
async function passes(files) {
  if (files.length === 0) throw new Error('Cannot test core: it has no tests where they are looked for')
  const words = ['--test', '--test-isolation=none', ...reporters, ...process.argv.slice(2), ...files]
  const tests = spawn(process.execPath, words, { stdio: 'inherit', env })
  return new Promise((resolve) => tests.once('close', (code) => resolve(code === 0)))
}

const outcomes = await Promise.all(parts.map(passes))
process.exitCode = outcomes.every(Boolean) ? 0 : 1
