import { DatabaseError, type DatabaseErrorCode } from '../database-error.ts'

type Reason = readonly [pattern: RegExp, code: DatabaseErrorCode, text: string]

/** What programs and the system say, in the order in which it is looked for. */
const reasons: readonly Reason[] = [
  [
    /shared memory.*(No space left|Cannot allocate)|Cannot allocate memory|ENOMEM/,
    'database_unusable',
    'the machine has too little memory',
  ],
  [/No space left on device|ENOSPC/, 'database_full', 'the disk is full'],
  [/Disk quota exceeded|EDQUOT/, 'database_full', 'the disk quota is used up'],
  [/Read-only file system|EROFS/, 'database_unusable', 'the file system is read-only'],
  [/EACCES|EPERM|Permission denied|Operation not permitted/, 'database_unusable', 'this user lacks the permission'],
  [/ENOTDIR|EEXIST/, 'database_unusable', 'a file is where a folder should be'],
]

/** A fault of starting the server as one sentence; a `DatabaseError` as it is. */
export function launchFault(folder: string, fault: unknown): DatabaseError {
  if (fault instanceof DatabaseError) return fault
  const message = fault instanceof Error ? fault.message : String(fault)
  const [, code, text] = reasons.find(([pattern]) => pattern.test(message)) ?? []
  const lastWords = code === 'database_unusable' || code === undefined ? ` (${lastFault(message)})` : ''
  return new DatabaseError(
    code ?? 'database_unusable',
    `Cannot start the embedded database in ${folder}: ${text ?? 'PostgreSQL failed'}${lastWords}.`,
    fault,
  )
}

/** A sentence that says what somebody has to change. */
export function unusable(folder: string, reason: string): DatabaseError {
  return new DatabaseError('database_unusable', `Cannot start the embedded database in ${folder}: ${reason}.`)
}

/** The line of a program's output that says why it ended. */
function lastFault(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] /, '').trim())
  const said = lines.filter((line) => line !== '')
  return (said.findLast((line) => /^(FATAL|PANIC|\w+: (error|fatal):)/.test(line)) ?? said.at(-1) ?? 'it said nothing').replace(
    /\.$/,
    '',
  )
}
