import type { Plugin } from 'vite'

const sheet = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g

/** The page with the style sheets that it names in place of their links. */
export function withStyles(html: string, content: (file: string) => string): string {
  return html.replaceAll(sheet, (_, file: string) => `\n    <style nonce="__CSP_NONCE__">${content(file).trim()}</style>`)
}

/** Puts the styles that all pages have into the page itself: its frame is painted with the first reply, whatever the line. */
export function stylesInPage(): Plugin {
  return {
    name: 'portofino:styles-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        return withStyles(html, (name) => {
          const file = bundle[name]
          if (file?.type !== 'asset') throw new Error(`Cannot put ${name} into the page: the build has no such style sheet`)
          return String(file.source)
        })
      },
    },
  }
}
