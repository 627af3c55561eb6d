import { inTab } from './stored-text.ts'

const prefix = 'portofino.lost:'

/**
 * After an update of the server, files that an open page still names are gone: loading the page again gets the new names. Once for each
 * file, since a second failure has another cause, which the screen then shows. A server that is away has lost nothing: the page stays.
 */
export function reloadForLostFiles(): void {
  addEventListener('vite:preloadError', ({ payload }) => void reloadOnce(payload.message))
}

async function reloadOnce(message: string): Promise<void> {
  const reloaded = inTab(`${prefix}${message}`)
  if (reloaded.read() !== null || !(await isServerThere())) return
  // What cannot be noted might be done again and again.
  if (reloaded.keep('yes')) location.reload()
}

async function isServerThere(): Promise<boolean> {
  return fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
