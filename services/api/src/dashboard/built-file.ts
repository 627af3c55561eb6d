import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Segments that no system reads as anything but names; none begins with a dot. */
const plainPath = /^(?:\/[\w@+-][\w.@+-]*)+$/
/** For the server, which fills in the page. */
const ownFiles: readonly string[] = ['/index.html', '/pages.json']

/** Whether the build has a file to give out under this path. */
export async function isBuiltFile(folder: string, path: string): Promise<boolean> {
  if (!plainPath.test(path) || ownFiles.includes(path)) return false
  return stat(join(folder, path)).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Names of files here hold a hash of their content. */
export function isLastingFile(path: string): boolean {
  return path.startsWith('/assets/')
}

/** What files that belong to a page end with. */
const ending = /\.(?:[cm]?js|css|map|json|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|txt|xml|html?|pdf|wasm|webmanifest|br|gz)$/i

/** Pages have no extension: what has one is a file that is not there. To a browser that opens a page, `/simulations/1.5` names none. */
export function namesFile(path: string, { isOpened }: { isOpened: boolean }): boolean {
  return (isOpened ? ending : /\.\w+$/).test(path)
}
