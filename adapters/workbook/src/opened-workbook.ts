import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What another program found in a workbook; rows and columns count from 1. */
export interface OpenedWorkbook {
  epoch: string
  properties: { title: string; creator: string; created: string }
  sheets: Record<string, OpenedSheet>
}

export interface OpenedSheet {
  cells: OpenedCell[]
  charts: { kind: string; direction: string | null; references: string[] }[]
  freeze: string | null
  printArea: string | null
  printTitles: string | null
  orientation: string | null
  links: string[]
}

export interface OpenedCell {
  row: number
  column: number
  /** `n` number, `s` text, `d` date, `f` formula, `e` error. */
  type: string
  value: string | number
  format: string
}

const version = '3.1.5'
const environment = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', `openpyxl-${version}`)
const python = join(environment, 'bin', 'python')

/** False when the tests may use openpyxl, else why not. Its environment is made once. */
export function lacksOpenpyxl(): string | false {
  if (existsSync(python)) return false
  mkdirSync(dirname(environment), { recursive: true })
  const fresh = mkdtempSync(`${environment}-`)
  const made = spawnSync('python3', ['-m', 'venv', fresh], { encoding: 'utf8' })
  if (made.status !== 0) return `needs Python 3 with venv: ${made.error?.message ?? made.stdout}`
  const installed = spawnSync(join(fresh, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `openpyxl==${version}`], {
    encoding: 'utf8',
  })
  if (installed.status !== 0) return `needs openpyxl ${version}: ${installed.stderr}`
  if (!existsSync(environment)) renameSync(fresh, environment)
  else rmSync(fresh, { recursive: true })
  return false
}

export function lacksLibreOffice(): string | false {
  const { error } = spawnSync('soffice', ['--version'])
  return error === undefined ? false : 'needs LibreOffice Calc (soffice), Debian package libreoffice-calc-nogui'
}

export function openWithOpenpyxl(bytes: Uint8Array): OpenedWorkbook {
  return inFolder((folder) => {
    const file = join(folder, 'report.xlsx')
    writeFileSync(file, bytes)
    const script = join(import.meta.dirname, 'read-workbook.py')
    const opened: OpenedWorkbook = JSON.parse(execFileSync(python, [script, file], { encoding: 'utf8', maxBuffer: 2 ** 28 }))
    return opened
  })
}

/** Comma, quote, UTF-8, from the first line, numbers in full, every sheet to a file of its own. */
const everySheet = '44,34,76,1,,0,false,true,false,false,false,-1'

/** Every sheet as CSV, by name. */
export function openWithLibreOffice(bytes: Uint8Array): Map<string, string> {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'report.xlsx'), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const filter = `csv:Text - txt - csv (StarCalc):${everySheet}`
    execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, join(folder, 'report.xlsx')], {
      stdio: 'ignore',
    })
    const files = globSync('report-*.csv', { cwd: folder })
    return new Map(files.map((file) => [file.slice('report-'.length, -'.csv'.length), readFileSync(join(folder, file), 'utf8')]))
  })
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'portofino-workbook-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
