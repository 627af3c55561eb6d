/** Text of a file in UTF-8, with or without byte order mark; otherwise what is wrong and where. */
export type DecodedText = { text: string } | { line: number | null; sentence: string }

const remedy = 'save it as UTF-8'

export function decodedText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { line: null, sentence: `the file is UTF-16; ${remedy}` }
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0)
    return { line: lineAt(bytes, zero), sentence: `the line has a zero byte, as in UTF-16 or binary files; ${remedy}` }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { line: firstBadLine(bytes), sentence: `the line is not UTF-8; ${remedy}` }
  }
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1
  for (let k = 0; k < position; k++) if (bytes[k] === 0x0a) line++
  return line
}

/** No byte of a longer UTF-8 character equals a line feed, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [line, start] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    line++
    start = end + 1
  }
}
