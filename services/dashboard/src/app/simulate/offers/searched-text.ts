/** What to ask the server's catalog for at this caret: part of a symbol or a name, nothing for an empty place; null where no symbol may stand. */
export function searchedText(text: string, caret: number): string | null {
  const word = /\S*$/.exec(text.slice(0, caret))![0]
  if (word === '') return ''
  const place = /^(?:bench|rf)=\(?(.*)$/.exec(word)?.[1] ?? word
  const wanted = place.replace(/^\(/, '').replace(/^[A-Za-z]+:/, '')
  if (wanted === '') return ''
  const isSymbol = /^[A-Za-z^][A-Za-z0-9.^=&_/-]{0,31}$/.test(wanted) && !/-[LSls]-/.test(wanted) && !/^[a-z]+=/.test(wanted)
  return isSymbol ? wanted.replace(/-[LSls]?$/, '') : null
}
