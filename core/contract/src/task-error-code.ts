/** Every code of the error of a failed task, with what it tells. Codes never change meaning; add a line for a new one. */
export const taskErrorCodes = {
  invalid_command: 'the command does not go together with the prices; diagnostics say where',
  not_found: 'what the report is about was deleted before it was made',
  prices_not_found: 'the source has no prices of a symbol',
  prices_rate_limited: 'the source refused because it was asked too often',
  prices_unavailable: 'the source did not answer',
  prices_unauthorized: 'the source refused the credentials',
  prices_malformed: 'what the source sent are no prices',
  database_unavailable: 'the database was away for too long',
  database_full: 'the disk of the database is full',
  interrupted: 'the server stopped at every attempt',
  internal: 'a fault of the server, which is in its log',
} as const satisfies Record<string, string>

export type TaskErrorCode = keyof typeof taskErrorCodes
