import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Which files of the build each page needs at once, by its route: `/simulations/$id`. */
const preloadsSchema = z.array(z.object({ path: z.string(), preload: z.array(z.string().regex(/^[\w./-]+$/)) }))

export type PagePreloads = z.infer<typeof preloadsSchema>

export interface BuiltPage {
  /** Of every address, with placeholders. */
  html: string
  preloads: PagePreloads
}

const noncePlaceholder = '__CSP_NONCE__'

/** Read anew each time, so that a build made meanwhile counts at once; null when there is none. */
export async function readBuiltPage(folder: string): Promise<BuiltPage | null> {
  const [html, preloads] = await Promise.all(['index.html', 'pages.json'].map(async (name) => readIfThere(join(folder, name))))
  if (html === null || html === undefined) return null
  return { html, preloads: preloads ? preloadsSchema.parse(JSON.parse(preloads)) : [] }
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  })
}

/**
 * The page at a path: the browser begins with the code and the styles of its screen before it knows that it needs it.
 * Styles stand at the end, where they hold up the screen but not the frame around it.
 */
export function renderedPage({ html, preloads }: BuiltPage, { path, nonce }: { path: string; nonce: string }): string {
  const needed = new Set(preloads.find((page) => fitsPage(page.path, path))?.preload)
  const [styles, scripts] = [true, false].map((isStyle) => Array.from(needed).filter((file) => file.endsWith('.css') === isStyle))
  return html
    .replaceAll(noncePlaceholder, () => nonce)
    .replace('</head>', () => `${links('modulepreload', scripts)}</head>`)
    .replace('</body>', () => `${links('stylesheet', styles)}</body>`)
}

function links(relation: string, files: readonly string[] = []): string {
  return files.map((file) => `<link rel="${relation}" crossorigin href="/${file}">`).join('')
}

/** `$id` stands for one segment, `$` for all that are left. */
function fitsPage(page: string, path: string): boolean {
  const [wanted, given] = [page, path].map((each) => each.split('/').filter(Boolean))
  if (wanted === undefined || given === undefined) return false
  const rest = wanted.at(-1) === '$'
  const named = rest ? wanted.slice(0, -1) : wanted
  if (rest ? given.length < named.length : given.length !== named.length) return false
  return named.every((segment, i) => segment.startsWith('$') || segment === given[i])
}
