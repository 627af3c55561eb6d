// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs what the lock file says when
// `node_modules` does not match it, and makes sure that Node 24 will run the rest. With --dashboard it also builds that.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const requiredMajor = 24
const root = dirname(fileURLToPath(import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.portofino-setup')
const npm = /\.[cm]?js$/.test(process.env.npm_execpath ?? '') ? [process.execPath, process.env.npm_execpath] : ['npm']

function fail(message) {
  console.error(`Cannot set up PortoFino: ${message}`)
  process.exit(1)
}

if (process.platform === 'win32') fail('Windows is served through WSL 2; run the same command in a Linux shell there.')

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing what the lock file lists (once, and after it changes) …')
  const [command, ...first] = npm
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = spawnSync(command, [...first, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
  if (installed.error) fail(`npm could not be started (${installed.error.message}). Node brings npm; is it on the PATH?`)
  if (installed.status !== 0)
    fail('npm could not install the locked packages; what it said stands above. Is the package registry in reach?')
  writeFileSync(stamp, wanted)
}

const node = existsSync(join(modules, '.bin', 'node')) ? join(modules, '.bin', 'node') : 'node'
const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
const major = Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
if (major < requiredMajor) {
  fail(
    `it needs Node ${requiredMajor}, and no package of it fits this machine (${process.platform} ${process.arch}); ` +
      `found ${stdout?.trim() || 'none'}. Install Node ${requiredMajor} or newer and start again.`,
  )
}

if (process.argv.includes('--dashboard')) {
  const { buildDashboard } = await import('./dashboard-build.mjs')
  if (!buildDashboard(root, npm)) fail('the dashboard could not be built; what the build said stands above.')
}
