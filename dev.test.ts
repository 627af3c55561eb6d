import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'

/** Stands in for the server and for Vite: says what it hears. */
const program = (name: string) => `
process.on('SIGTERM', () => {
  console.log('${name} stops')
  clearInterval(life)
})
const life = setInterval(() => {}, 1000)
if (process.env.FAILING === '${name}') process.exit(3)
console.log('${name} runs', process.env.PORTOFINO_API)
`
const folder = mkdtempSync(join(tmpdir(), 'portofino-dev-'))
after(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

write('package.json', JSON.stringify({ workspaces: ['services/*'] }))
write('services/api/package.json', JSON.stringify({ name: '@portofino/api', version: '0.0.0' }))
write('services/api/src/main.ts', program('server'))
write(
  'services/dashboard/package.json',
  JSON.stringify({ name: '@portofino/dashboard', version: '0.0.0', scripts: { dev: 'node vite.cjs' } }),
)
write('services/dashboard/vite.cjs', program('vite'))
copyFileSync(join(import.meta.dirname, 'dev.mjs'), join(folder, 'dev.mjs'))

/** All lines of both programs until they have ended; `isUp` once both run. */
function started(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(folder, 'dev.mjs')], {
    env: { PATH: process.env['PATH'], HOME: folder, PORT: '8123', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines: string[] = []
  const up = Promise.withResolvers<void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (lines.filter((each) => each.includes(' runs ')).length === 2) up.resolve()
  })
  return { child, isUp: up.promise, ended: once(child, 'close').then(([code]) => ({ code, lines })) }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} stops Vite, and the server by one signal, so that it ends in order`, { timeout: 20_000 }, async () => {
    const { child, isUp, ended } = started({})
    await isUp
    child.kill(signal)
    const { code, lines } = await ended
    assert.equal(code, 0)
    const said = lines.join('\n')
    for (const name of ['server', 'vite']) assert.ok(lines.includes(`${name} runs http://localhost:8123`), said)
    assert.ok(lines.includes('vite stops'), said)
    assert.equal(lines.filter((line) => line === 'server stops').length, 1, said)
  })
}

for (const [failing, other] of [
  ['server', 'vite'],
  ['vite', 'server'],
] as const) {
  test(`when ${failing} fails, ${other} does not go on, and the code says so`, { timeout: 20_000 }, async () => {
    const { code, lines } = await started({ FAILING: failing }).ended
    assert.notEqual(code, 0)
    assert.ok(!lines.some((line) => line.startsWith(`${failing} runs`)))
  })
}

test('when Vite cannot be started at all, the server does not go on, and the code says so', { timeout: 20_000 }, async () => {
  const { code, lines } = await started({ PATH: folder }).ended
  assert.equal(code, 1)
  assert.ok(!lines.some((line) => line.startsWith('vite')))
})
