/**
 * First segments of every path that the API answers. Pages of the dashboard have others, so that one address never means both; what lies
 * below these is never answered with a page.
 */
export const apiPrefixes = [
  'assets',
  'auth',
  'check',
  'definitions',
  'docs',
  'health',
  'history',
  'metrics',
  'openapi.json',
  'optimize',
  'report',
  'simulate',
  'tasks',
  'ws',
] as const

/** Fits paths of the API, with or without a query, as a regular expression for proxies. */
export const apiPathPattern = `^/(?:${apiPrefixes.map((prefix) => prefix.replace('.', String.raw`\.`)).join('|')})(?:[/?]|$)`

const pattern = new RegExp(apiPathPattern)

/** Whether a path is one of the API, known or not: `/history/17` is, `/simulations/17` is not. */
export function isApiPath(path: string): boolean {
  return pattern.test(path)
}
