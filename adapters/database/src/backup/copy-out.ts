import { Readable } from 'node:stream'
import type pg from 'pg'
import { type CopyConnection, copyConnection } from './copy-connection.ts'

/** The bytes of a `copy … to stdout`; give it to `client.query`. Its members are what the driver calls. */
export class CopyOut extends Readable {
  readonly #statement: string
  #connection: CopyConnection | null = null

  constructor(statement: string) {
    super({ highWaterMark: 1 << 18 })
    this.#statement = statement
  }

  submit(connection: pg.Connection): void {
    this.#connection = copyConnection(connection)
    this.#connection.query(this.#statement)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver uses its buffer again.
    if (!this.push(Buffer.from(chunk))) this.#connection?.stream.pause()
  }

  handleCommandComplete(): void {
    this.#connection?.stream.resume()
  }

  handleReadyForQuery(): void {
    this.push(null)
  }

  handleError(fault: Error): void {
    this.destroy(fault)
  }

  override _read(): void {
    this.#connection?.stream.resume()
  }
}
