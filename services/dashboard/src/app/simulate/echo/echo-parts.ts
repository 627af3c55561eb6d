export interface EchoPart {
  text: string
  isStrong: boolean
}

/** Sentences cut where a name or a date stands, so that these can be seen at a glance; spaces inside of them do not break. */
export function echoParts(sentences: string, names: readonly string[]): EchoPart[] {
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const strong = new RegExp(`(${[...escaped, String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`].join('|')})`)
  return sentences
    .split(strong)
    .map((text, index) => ({ text: index % 2 === 1 ? unbroken(text) : text, isStrong: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

function unbroken(text: string): string {
  return /^\d/.test(text) ? text.replaceAll(' ', '\u00A0') : text
}
