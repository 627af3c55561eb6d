/** A text for tests that counts the characters it is asked for, those that a search passes over and a piece holds included. */
class CountedText extends String {
  reads = 0

  override charAt(index: number): string {
    this.reads += 1
    return super.charAt(index)
  }

  override charCodeAt(index: number): number {
    this.reads += 1
    return super.charCodeAt(index)
  }

  override codePointAt(index: number): number | undefined {
    this.reads += 1
    return super.codePointAt(index)
  }

  override indexOf(wanted: string, from = 0): number {
    const found = super.indexOf(wanted, from)
    this.reads += (found < 0 ? this.length : found + wanted.length) - from
    return found
  }

  override slice(from?: number, to?: number): string {
    const piece = super.slice(from, to)
    this.reads += piece.length
    return piece
  }
}

/** How many characters of the text some work looks at. */
export function readsOf(text: string, work: (text: string) => unknown): number {
  const counted = new CountedText(text)
  if (isText(counted)) work(counted)
  return counted.reads
}

/** An object is no string to the type checker, though this one answers the same calls. */
function isText(text: unknown): text is string {
  return text instanceof CountedText
}
