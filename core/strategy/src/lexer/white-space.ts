/** Unicode White_Space and the four separators U+001C..U+001F: what stands between two tokens. Takes a UTF-16 unit. */
export function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f)
  return unit <= 0xa0 ? unit === 0x85 || unit === 0xa0 : isWideSpace(unit)
}

/** What ends a comment. */
export function isLineEnd(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029
}

const single = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000])

function isWideSpace(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x200a) || single.has(unit)
}
