/** A file of the price store that is not what was written: it is never used, and a new fetch or import replaces it. */
export class StoreDamage extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreDamage'
  }
}

/** Nothing was ever written there; a file where a folder should be shows when something is. */
export function isMissingFile(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR')
}
