export interface Greeted {
  url: string
  marketData: string
  dataDirectory: string
  databaseUrl: string | null
  /** Whether another process used the embedded database when this one opened it. */
  isShared: boolean
  workers: 'in-process' | 'none'
  /** Null where there is nothing to warn of. */
  warning: string | null
}

/** What the terminal shows once the server answers. */
export function greeting(greeted: Greeted): string {
  const { url, marketData, workers, warning } = greeted
  const rows = [
    ['API', `${url}/docs`],
    [
      'Prices',
      marketData === 'sample' ? 'sample, for testing and examples (MARKET_DATA=yahoo or csv:DIR for others)' : marketData,
    ],
    ['Data', dataText(greeted)],
    ...(workers === 'none' ? [['Jobs', 'none here (WORKERS=none); npm run worker, with the same settings, runs them']] : []),
  ]
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(8)}${value}`)
  const warned = warning === null ? '' : `Warning: ${warning}\n\n`
  return `\nPortoFino is ready: open ${url}\n\n${lines.join('\n')}\n\n${warned}Ctrl-C stops it.\n\n`
}

function dataText({ dataDirectory, databaseUrl, isShared }: Greeted): string {
  if (databaseUrl !== null) return `${dataDirectory}, database by DATABASE_URL`
  return isShared ? `${dataDirectory}, shared with another server or worker that is running` : dataDirectory
}
