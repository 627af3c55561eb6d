/**
 * - `database_unavailable`: it does not answer now; a later attempt may succeed.
 * - `database_full`: the disk under it is full.
 * - `database_unusable`: it cannot be used as it is; the message says what to change.
 * - `database_backup_failed`: a backup cannot be written where it should be.
 * - `database_backup_invalid`: a file that cannot be restored.
 */
export type DatabaseErrorCode =
  | 'database_unavailable'
  | 'database_full'
  | 'database_unusable'
  | 'database_backup_failed'
  | 'database_backup_invalid'

/** A fault of the database itself, told apart from a statement that it refuses, which keeps the driver's error. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseError'
    this.code = code
  }
}
