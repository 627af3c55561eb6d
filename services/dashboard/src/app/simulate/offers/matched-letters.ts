/** A text cut where the typed letters stand in it: before, those letters, after. Null when they do not. */
export function matchedLetters(text: string, typed: string): [string, string, string] | null {
  const at = typed === '' ? -1 : text.toUpperCase().indexOf(typed.toUpperCase())
  return at < 0 ? null : [text.slice(0, at), text.slice(at, at + typed.length), text.slice(at + typed.length)]
}

/** The same in a name, where only beginnings of words count. */
export function matchedWord(name: string, typed: string): [string, string, string] | null {
  if (typed.length < 2) return null
  const at = ` ${name.toUpperCase()}`.indexOf(` ${typed.toUpperCase()}`)
  return at < 0 ? null : [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)]
}
