import type pg from 'pg'

/** What the driver's connection can do beyond its declared type. */
export interface CopyConnection extends pg.Connection {
  query(statement: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

export function copyConnection(connection: pg.Connection): CopyConnection {
  if (!isCopyConnection(connection)) throw new TypeError('Cannot copy: the driver has no copy messages')
  return connection
}

function isCopyConnection(connection: pg.Connection): connection is CopyConnection {
  return 'query' in connection && 'sendCopyFromChunk' in connection && 'endCopyFrom' in connection
}
