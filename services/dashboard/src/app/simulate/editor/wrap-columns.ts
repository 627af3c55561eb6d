/** Longer texts wrap as they come: looking at them on each key would cost more than a broken word. */
const longest = 4000

/**
 * After how many columns to wrap, so that no word is broken at its hyphens. A textarea breaks `AAPL-L-50%` after a hyphen wherever that
 * fills the line; a box that is a few columns narrower makes it break at white space.
 *
 * @param columns that fit; the answer is at most that many
 */
export function wrapColumns(text: string, columns: number): number {
  if (text.length <= columns || text.length > longest) return columns
  const lines = text.split('\n').map((line) => line.split(/[ \t]+/).map(piecesOf))
  let best = { columns, broken: Number.POSITIVE_INFINITY }
  for (let tried = columns; tried >= columns * 0.6; tried -= 1) {
    const broken = lines.reduce((sum, words) => sum + brokenWords(words, tried), 0)
    if (broken < best.broken) best = { columns: tried, broken }
    if (broken === 0) break
  }
  return best.columns
}

/** Lengths of the pieces that a browser keeps together: it breaks after a hyphen between letters or digits. */
function piecesOf(word: string): number[] {
  return word.split(/(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9*$])/).map(({ length }) => length)
}

function brokenWords(words: readonly number[][], columns: number): number {
  let column = 0
  let broken = 0
  for (const pieces of words) {
    const length = pieces.reduce((sum, piece) => sum + piece, 0)
    const space = column === 0 ? 0 : 1
    if (column + space + length <= columns) {
      column += space + length
      continue
    }
    if (length > columns || column + space + pieces[0]! <= columns) broken += 1
    column = length > columns ? length % columns : length
  }
  return broken
}
