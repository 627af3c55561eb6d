const legalForms = /(?:[,\s]+&)?[,\s]+(?:incorporated|inc|corporation|corp|company|co|plc|ltd|limited|llc|ag|se|sa|nv|index)\.?$/i

/** A name as people say it: "Apple" of "Apple Inc.", "S&P 500" of "S&P 500 Index". */
export function plainName(name: string): string {
  const shorter = name.replace(legalForms, '')
  return shorter === name || shorter === '' ? name.replace(/^The (?=\S)/, '') : plainName(shorter)
}
