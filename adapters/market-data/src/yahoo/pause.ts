import { setTimeout } from 'node:timers/promises'

/** Resolves after the time; rejects with the signal's reason when it is aborted before. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
  } catch (fault) {
    signal?.throwIfAborted()
    throw fault
  }
}
