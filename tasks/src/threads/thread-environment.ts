import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

/** What a thread is to have in `process.env`: it finds compiled modules where its process does, which it would not by itself. */
export function threadEnvironment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  // Each version of Node makes a folder of its own in the one that is given.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) }
}
