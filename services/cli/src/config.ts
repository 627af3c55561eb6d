import { resolve } from 'node:path'

export interface CliConfig {
  /** Absolute; where the price store and the database of the server lie. */
  dataDirectory: string
  /** Of a PostgreSQL server that the server of this system uses; null for its own database in the data directory. */
  databaseUrl: string | null
  /** In characters, as the server asks of new passwords. */
  passwordMinLength: number
  /** What the user writes before the name of a command. */
  program: string
  /** Of the terminal, at least 20; 80 when nobody knows. */
  columns: number
  output: StreamLook
  /** Standard error may go elsewhere. */
  errors: StreamLook
  /** False on terminals and in locales that cannot show braille, blocks and dashes. */
  unicode: boolean
  /** False on terminals that only print. */
  movesCursor: boolean
}

export interface StreamLook {
  isTerminal: boolean
  color: ColorSupport
}

/** `basic` has sixteen colors, `full` at least 256. */
export type ColorSupport = 'none' | 'basic' | 'full'

export interface OutputStream {
  isTTY?: boolean
  columns?: number
}

export interface OutputStreams {
  output: OutputStream
  errors: OutputStream
}

type Environment = Record<string, string | undefined>

/** The only reader of the environment. Throws once, listing every fault. */
export function readConfig(environment: Environment, { output, errors }: OutputStreams): Readonly<CliConfig> {
  const faults: string[] = []
  const dataDirectory = environment['PORTOFINO_DATA_DIR'] ?? environment['DATA_DIR'] ?? 'data'
  if (dataDirectory.trim() === '') faults.push('PORTOFINO_DATA_DIR must name a folder, got an empty text')
  const force = environment['FORCE_COLOR']
  if (force !== undefined && !(force in forcedColor)) {
    faults.push(`FORCE_COLOR must be 0, 1, 2, 3, true, false or empty, got "${force}"`)
  }
  const address = databaseUrl(environment, faults)
  const shortest = passwordMinLength(environment, faults)
  if (faults.length > 0) throw new Error(`Cannot read the environment: ${faults.join('; ')}`)
  return Object.freeze({
    dataDirectory: resolve(dataDirectory),
    databaseUrl: address,
    passwordMinLength: shortest,
    program: environment['npm_lifecycle_event'] === 'portofino' ? 'npm run portofino --' : 'portofino',
    columns: columns(environment, output),
    output: streamLook(environment, output),
    errors: streamLook(environment, errors),
    unicode: showsUnicode(environment),
    movesCursor: environment['TERM'] !== 'dumb',
  })
}

function databaseUrl(environment: Environment, faults: string[]): string | null {
  const written = environment['DATABASE_URL']?.trim() || null
  if (written !== null && !/^postgres(ql)?:\/\//.test(written)) {
    // The address may hold a password, so the message shows its beginning only.
    faults.push(`DATABASE_URL must be a postgres:// address, got one that begins with "${written.slice(0, 8)}"`)
  }
  return written
}

function passwordMinLength(environment: Environment, faults: string[]): number {
  const written = environment['PASSWORD_MIN_LENGTH']?.trim() || '8'
  const length = /^\d{1,2}$/.test(written) ? Number(written) : 0
  if (length < 8 || length > 64) faults.push(`PASSWORD_MIN_LENGTH must be a whole number within 8..64, got "${written}"`)
  return length
}

/** Shells and editors export odd values of COLUMNS, 0 among them; only a believable one counts. */
function columns(environment: Environment, output: OutputStream): number {
  const exported = Number(environment['COLUMNS'])
  if (Number.isInteger(exported) && exported > 0) return Math.max(20, exported)
  return Math.max(20, output.columns || 80)
}

const forcedColor: Record<string, ColorSupport> = {
  '': 'basic',
  true: 'basic',
  1: 'basic',
  2: 'full',
  3: 'full',
  0: 'none',
  false: 'none',
}

function colorSupport(environment: Environment, output: OutputStream): ColorSupport {
  const force = environment['FORCE_COLOR']
  if (force !== undefined) return forcedColor[force] ?? 'none'
  if (environment['NO_COLOR'] || !output.isTTY || environment['TERM'] === 'dumb') return 'none'
  const terminal = `${environment['TERM']} ${environment['COLORTERM']}`
  return /256|truecolor|24bit|kitty|ghostty/.test(terminal) ? 'full' : 'basic'
}

function streamLook(environment: Environment, stream: OutputStream): StreamLook {
  return { isTerminal: stream.isTTY === true, color: colorSupport(environment, stream) }
}

/** Without any locale, as in many containers, today's terminals still show UTF-8. */
function showsUnicode(environment: Environment): boolean {
  if (environment['TERM'] === 'dumb') return false
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || 'UTF-8'
  return /utf-?8/i.test(locale)
}
