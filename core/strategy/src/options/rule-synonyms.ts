const synonyms: Readonly<Record<string, string>> = {
  no: 'never',
  none: 'never',
  off: 'never',
  hold: 'never',
  buyandhold: 'never',
  day: 'daily',
  d: 'daily',
  '1d': 'daily',
  week: 'weekly',
  w: 'weekly',
  '1w': 'weekly',
  month: 'monthly',
  m: 'monthly',
  '1m': 'monthly',
  monthend: 'monthly',
  eom: 'monthly',
  quarter: 'quarterly',
  q: 'quarterly',
  '1q': 'quarterly',
  '3m': 'quarterly',
  halfyear: 'semiannual',
  halfyearly: 'semiannual',
  semiannually: 'semiannual',
  biannual: 'semiannual',
  '6m': 'semiannual',
  year: 'annual',
  yearly: 'annual',
  annually: 'annual',
  y: 'annual',
  '1y': 'annual',
  '12m': 'annual',
}

/** The rule of the language that a plain word, a length or a bare limit stands for; empty when there is no telling. */
export function rulesMeant(text: string): string[] {
  const word = text.toLowerCase().replace(/[-_ ]/g, '')
  if (Object.hasOwn(synonyms, word)) return [synonyms[word]!]
  if (/^\d+(\.\d+)?%$/.test(text)) return [`band(${text})`]
  return /^\d+d$/.test(text) ? [`every(${text})`] : []
}
