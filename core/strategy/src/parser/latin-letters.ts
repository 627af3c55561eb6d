/** Latin letters, each with the Cyrillic and Greek ones that print alike; small letters too if their capital does. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: '\u0410\u0391',
  B: '\u0412\u0392',
  C: '\u0421\u03f9',
  E: '\u0415\u0395',
  H: '\u041d\u0397',
  I: '\u0406\u04c0\u0399',
  J: '\u0408\u037f',
  K: '\u041a\u039a',
  M: '\u041c\u039c',
  N: '\u039d',
  O: '\u041e\u039f',
  P: '\u0420\u03a1',
  Q: '\u051a',
  S: '\u0405',
  T: '\u0422\u03a4',
  W: '\u051c',
  X: '\u0425\u03a7',
  Y: '\u0423\u04ae\u03a5',
  Z: '\u0396',
  a: '\u0430\u03b1',
  b: '\u0432\u03b2',
  c: '\u0441\u03f2',
  e: '\u0435\u03b5',
  h: '\u043d',
  i: '\u0456\u04cf\u03b9\u0131',
  j: '\u0458\u03f3',
  k: '\u043a\u03ba',
  m: '\u043c',
  o: '\u043e\u03bf',
  p: '\u0440\u03c1',
  q: '\u051b',
  s: '\u0455',
  t: '\u0442\u03c4',
  w: '\u051d',
  x: '\u0445\u03c7',
  y: '\u0443\u04af',
  z: '\u03b6',
}

const latinOf = new Map(Object.entries(lookAlikes).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin])))

/** The Latin letter that prints like this one, full-width ones included; null for any other character. */
export function latinLetter(character: string): string | null {
  const plain = character.normalize('NFKC')
  return /^[A-Za-z]+$/.test(plain) && /\p{Alphabetic}/u.test(character) && !raised.test(character)
    ? plain
    : (latinOf.get(plain) ?? null)
}

/** Small letters and digits above or below the line, by which people mark footnotes. */
const raised = /^[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2070-\u209c]$/

/** Whether the character stands above or below the line, so that it cannot tell what was meant. */
export function isRaised(character: string): boolean {
  return raised.test(character)
}

/** Whether every letter of the text is Latin or prints like a Latin one. One that does not tells that another word was meant. */
export function isLatinToTheEye(text: string): boolean {
  return Array.from(text).every(
    (character) => character <= '~' || !/\p{Alphabetic}/u.test(character) || latinLetter(character) !== null,
  )
}
