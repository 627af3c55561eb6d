/** Colors, bold and reset: what our own styles are made of, and nothing that hides text or moves the cursor. */
const ownStyle = String.raw`\x1b\[(?:[0-2]|3[1-7]|9[0-7]|[34]8;5;\d{1,3}(?:;\d{1,3})*)(?:;(?:[34]8;5;\d{1,3}|9[0-7]|1))*m`
/** Control characters but the line break, and the marks that turn the direction of text. */
const dangerous = String.raw`[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]`
const either = new RegExp(`(${ownStyle})|${dangerous}`, 'g')

/**
 * Text that may hold names, file contents or arguments of strangers, safe to show: what would control the terminal becomes `\uFFFD`.
 * Tabs become spaces.
 */
export function printable(text: string): string {
  return text.replace(either, (found, style: string | undefined) => style ?? (found === '\t' ? ' ' : '\uFFFD'))
}

const control = new RegExp(dangerous, 'g')

/** A label or message of strangers: as `printable`, without colors of theirs either. */
export function plain(text: string): string {
  return printable(text.replaceAll('\x1b', '\uFFFD'))
}

/** The same JSON, in which nothing controls a terminal: escapes say what stood there. */
export function printableJson(json: string): string {
  return json.replace(control, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
