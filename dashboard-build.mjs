// Part of `npm start`: builds the dashboard when what it is made of has changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['core', 'services/dashboard']
const settings = ['package-lock.json', 'tsconfig.json']
/** Tests, texts and what builds leave behind change nothing. */
const skipped = /^(dist|node_modules|e2e|test-results|playwright-report|\..*|.*\.md|.*\.test\.tsx?)$/

/**
 * Builds unless there is a build of these very sources.
 *
 * @param npm how to call npm: the program and its first words
 * @returns whether there is such a build now
 */
export function buildDashboard(root, [command, ...words]) {
  // In the build, so that both go together, and what was built by hand is built once more.
  const stamp = join(root, 'services/dashboard/dist/.portofino-build')
  const wanted = fingerprint(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  console.error('Building the dashboard, a few seconds (once, and after its sources change) …')
  const build = [...words, 'run', 'build', '--workspace=@portofino/dashboard', '--silent', '--', '--logLevel=warn']
  const { status } = spawnSync(command, build, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) return false
  writeFileSync(stamp, wanted)
  return true
}

/** Of the API's address, which the build holds, and of names and contents, whenever they were checked out. Folders list their files in order. */
function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.env.NEXT_PUBLIC_API_URL ?? ''}\n`)
  for (const file of [...settings, ...sources.flatMap((folder) => filesIn(root, folder))]) {
    const content = readFileSync(join(root, file))
    hash.update(`${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !skipped.test(name))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}
