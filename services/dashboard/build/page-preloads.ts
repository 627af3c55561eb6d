import type { Plugin } from 'vite'
import { pages } from '../src/paths.ts'

/** A chunk of the build, as far as it matters here. */
export interface BuiltChunk {
  fileName: string
  facadeModuleId: string | null
  isEntry: boolean
  imports: readonly string[]
  viteMetadata?: { importedCss: ReadonlySet<string> } | undefined
}

export interface PagePreload {
  /** In the form of the router. */
  path: string
  /** Files that the screen of this page needs besides those that `index.html` names: code and styles. */
  preload: string[]
}

/** `signIn` is shown by `app/sign-in/sign-in-screen.tsx`. */
function screenModule(page: string): string {
  const name = page.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `/src/app/${name}/${name}-screen.tsx`
}

/** What each page needs at once, so that the server can name it in the page and the browser need not find out step by step. */
export function pagePreloads(chunks: readonly BuiltChunk[]): PagePreload[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const withImports = (chunk: BuiltChunk, seen = new Set<BuiltChunk>()): Set<BuiltChunk> => {
    if (seen.has(chunk)) return seen
    seen.add(chunk)
    for (const imported of chunk.imports.flatMap((name) => byName.get(name) ?? [])) withImports(imported, seen)
    return seen
  }
  const files = (needed: Iterable<BuiltChunk>): string[] =>
    Array.from(needed).flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])])
  const always = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap((entry) => files(withImports(entry))))
  return Object.entries(pages).map(([page, path]) => {
    const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(screenModule(page)))
    if (screen === undefined) throw new Error(`Cannot list what ${path} needs: the build has no chunk of ${screenModule(page)}`)
    return { path, preload: files(withImports(screen)).filter((file) => !always.has(file)) }
  })
}

/** Writes `pages.json` for the server. */
export function pagePreloadsFile(): Plugin {
  return {
    name: 'portofino:page-preloads',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(pagePreloads(chunks)) })
    },
  }
}
