/** What a button that mends a fault says: words, then the code that it writes. */
export interface FixWords {
  words: string
  code: string
}

/** Titles of the library name the code; here they become a sentence of the screen. */
export function fixWords(title: string): FixWords {
  const rule = rules.find(({ form }) => form.test(title))
  if (rule === undefined) return { words: 'Write', code: title }
  return { words: rule.words, code: title.replace(/^(add|remove) /, '') }
}

const rules: readonly { form: RegExp; words: string }[] = [
  { form: /^add \$CASH-/, words: 'Keep the rest as cash' },
  { form: /^add /, words: 'Add' },
  { form: /^remove /, words: 'Remove' },
  { form: /^cash=rest$/, words: 'Allow a rest' },
  { form: /^norm=on$/, words: 'Scale all to the sum' },
  { form: /^gross=/, words: 'Allow this sum' },
]
