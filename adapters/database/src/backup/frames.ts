/**
 * Pieces of bytes in a stream: each after its length in four bytes, highest first; a length of zero ends a sequence of them.
 */
export async function* framed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) if (piece.length > 0) yield* [lengthOf(piece.length), piece]
  yield lengthOf(0)
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

/** Reads what `framed` wrote, sequence by sequence. */
export class FrameReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The pieces of the next sequence; to be read to its end. */
  async *sequence(): AsyncGenerator<Buffer> {
    for (let length = await this.#length(); length > 0; length = await this.#length()) yield await this.#take(length)
  }

  /** Whether nothing follows. */
  async isAtEnd(): Promise<boolean> {
    return this.#held.length === 0 && (await this.#source.next()).done === true
  }

  async #length(): Promise<number> {
    return (await this.#take(4)).readUInt32BE()
  }

  async #take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [this.#held]
    let size = this.#held.length
    while (size < length) {
      const { value, done } = await this.#source.next()
      if (done === true) throw new RangeError(`Cannot read a piece: ${length} bytes are announced, ${size} are there`)
      pieces.push(value)
      size += value.length
    }
    const all = pieces.length === 1 ? this.#held : Buffer.concat(pieces)
    this.#held = all.subarray(length)
    return all.subarray(0, length)
  }
}
