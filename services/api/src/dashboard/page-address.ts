import { isApiPath } from '@portofino/contract'

/** Whether a browser opens an address, where scripts and programs only call it. */
export function opensPage({ accept = '' }: { accept?: string | undefined }): boolean {
  return accept.includes('text/html')
}

/** An address that can be decoded, so that a page says that nothing is there; what else is asked for stays as it was sent. */
export function decodableAddress(url: string, headers: { accept?: string | undefined }): string {
  const [path = '', ...search] = url.split('?')
  if (!opensPage(headers) || isApiPath(path) || isDecodable(path)) return url
  return [path.replaceAll('%', '%25'), ...search].join('?')
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
