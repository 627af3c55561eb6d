export interface Greeted {
  url: string
  marketData: string
  dataDirectory: string
  databaseUrl: string | null
  /** Null where there is nothing to warn of. */
  warning: string | null
}

/** What the terminal shows once the server answers. */
export function greeting({ url, marketData, dataDirectory, databaseUrl, warning }: Greeted): string {
  const rows = [
    ['API', `${url}/docs`],
    [
      'Prices',
      marketData === 'sample' ? 'sample, for testing and examples (MARKET_DATA=yahoo or csv:DIR for others)' : marketData,
    ],
    ['Data', databaseUrl === null ? dataDirectory : `${dataDirectory}, database by DATABASE_URL`],
  ]
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(8)}${value}`)
  const warned = warning === null ? '' : `Warning: ${warning}\n\n`
  return `\nPortoFino is ready: open ${url}\n\n${lines.join('\n')}\n\n${warned}Ctrl-C stops it.\n\n`
}
