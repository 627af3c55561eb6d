/** What stands in the margins of each printed page. */
export interface PageTexts {
  name: string
  command: string
  /** "2 Jan 2020 to 28 Dec 2022 · data 8849845a · engine 1.0.0". */
  source: string
  /** "printed 21 Nov 2026, 14:05 CET". */
  printed: string
}

/** A text as CSS writes it. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`
}

/** A4 with the name and the command above, and period, date and page number below. */
export function pageRule({ name, command, source, printed }: PageTexts): string {
  const small = 'font: 400 8.5px/12px "Hanken Grotesk Variable", sans-serif; color: #52525b;'
  const head = `${small} vertical-align: bottom; margin-bottom: 5mm; padding-bottom: 5px; border-bottom: 1px solid #cbc8bf;`
  const foot = `${small} vertical-align: top; margin-top: 3mm; padding-top: 5px; border-top: 1px solid #e7e5df;`
  const boxes = [
    `@top-left { ${head} content: ${quoted(name)}; width: 26%; text-align: left; }`,
    `@top-right { ${head} content: ${quoted(command)}; width: 74%; text-align: right; font-family: "Geist Mono Variable", monospace; }`,
    `@bottom-left { ${foot} content: ${quoted(`${source} · ${printed}`)}; width: 84%; text-align: left; }`,
    `@bottom-right { ${foot} content: "Page " counter(page) " of " counter(pages); width: 16%; text-align: right; }`,
  ]
  return `@page { size: A4; margin: 24mm 16mm 18mm; ${boxes.join(' ')} } @page :first { @top-left { content: "PortoFino"; } }`
}
