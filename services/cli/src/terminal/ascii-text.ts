const spelling: Record<string, string> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '.',
  '…': '~',
  '’': "'",
  '“': '"',
  '”': '"',
  '√': 'sqrt',
  '²': '^2',
  '³': '^3',
  Φ: 'Phi',
  γ: 'gamma',
  θ: 'theta',
  Σ: 'sum ',
  '≤': '<=',
  '≥': '>=',
  '€': 'EUR ',
  '£': 'GBP ',
  '¥': 'JPY ',
  '─': '-',
  '┄': '-',
  '│': '|',
  '┤': '+',
  '┬': '+',
  '┼': '+',
  '░': '.',
  '◆': '*',
  '▲': '^',
  '●': 'o',
  '○': 'O',
  λ: 'lambda',
}

/** For terminals that know nothing else: every character in its nearest ASCII spelling, drawings included; `?` where there is none. */
export function asciiText(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => spelling[character] ?? drawn(character) ?? withoutAccents(character))
}

function drawn(character: string): string | null {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x2580 && code <= 0x259f) return '#'
  return code >= 0x2800 && code <= 0x28ff ? asciiBraille(code - 0x2800) : null
}

/** Bits of the upper two and of the lower two rows of dots. */
const [upper, lower] = [0b0001_1011, 0b1110_0100]

/** Full cells come from filled areas, the others from lines. */
function asciiBraille(dots: number): string {
  if (dots === 0) return ' '
  if (dots === 0xff) return '#'
  if ((dots & lower) === 0) return "'"
  return (dots & upper) === 0 ? '.' : ':'
}

function withoutAccents(character: string): string {
  return character.normalize('NFKD').replace(/\P{ASCII}/gu, '') || '?'
}
