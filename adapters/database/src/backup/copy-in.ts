import { Writable } from 'node:stream'
import type pg from 'pg'
import { type CopyConnection, copyConnection } from './copy-connection.ts'

type Done = (fault?: Error | null) => void

/** Takes the bytes of a `copy … from stdin`; give it to `client.query`. Its members are what the driver calls. */
export class CopyIn extends Writable {
  readonly #statement: string
  #connection: CopyConnection | null = null
  /** What waits until the server is ready to take bytes. */
  #whenReady: (() => void) | null = null
  #isReady = false
  #finished: Done | null = null

  constructor(statement: string) {
    super()
    this.#statement = statement
  }

  submit(connection: pg.Connection): void {
    this.#connection = copyConnection(connection)
    this.#connection.query(this.#statement)
  }

  handleCopyInResponse(): void {
    this.#isReady = true
    this.#whenReady?.()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#finished?.()
  }

  handleError(fault: Error): void {
    this.destroy(fault)
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#ready((connection) => {
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) connection.stream.once('drain', done)
      else done()
    })
  }

  override _final(done: Done): void {
    this.#finished = done
    this.#ready((connection) => connection.endCopyFrom())
  }

  #ready(act: (connection: CopyConnection) => void): void {
    this.#whenReady = () => {
      this.#whenReady = null
      if (this.#connection !== null) act(this.#connection)
    }
    if (this.#isReady) this.#whenReady()
  }
}
