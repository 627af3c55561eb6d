import type { Span } from './tree.ts'

/** Makes spans of one text from UTF-16 offsets. */
export type SpanOf = (start: number, end: number) => Span

/**
 * Prepares one text for spans: a single pass over it, then each span takes constant time. A lone surrogate counts as the
 * three UTF-8 bytes of U+FFFD, which is what an encoder writes for it.
 *
 * ```ts
 * const spanOf = spansOf('€ AAPL-L-100%')
 * assert.deepEqual(spanOf(2, 6), { start: 2, end: 6, utf8Start: 4, utf8End: 8 })
 * ```
 */
export function spansOf(text: string): SpanOf {
  const bytes = utf8Offsets(text)
  if (bytes === null) return (start, end) => ({ start, end, utf8Start: start, utf8End: end })
  return (start, end) => ({ start, end, utf8Start: bytes[start]!, utf8End: bytes[end]! })
}

function utf8Offsets(text: string): Uint32Array | null {
  const length = text.length
  let ascii = 0
  while (ascii < length && text.charCodeAt(ascii) < 0x80) ascii += 1
  if (ascii === length) return null
  const offsets = new Uint32Array(length + 1)
  let bytes = 0
  for (let index = 0; index < length; index += 1) {
    offsets[index] = bytes
    const unit = text.charCodeAt(index)
    if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) {
      index += 1
      offsets[index] = bytes
      bytes += 4
    } else {
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    }
  }
  offsets[length] = bytes
  return offsets
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
