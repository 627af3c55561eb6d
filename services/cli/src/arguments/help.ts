import { wrap } from '../terminal/layout.ts'
import { helpOption, type OptionUsage, type Usage } from './usage.ts'

/** The text of `portofino NAME --help`. */
export function commandHelp({ name, form, summary, options, examples, details = [] }: Usage, width: number): string[] {
  return [
    `Usage: portofino ${name} ${form}`.trimEnd(),
    '',
    ...wrap(summary, width),
    ...details.flatMap((paragraph) => ['', ...wrap(paragraph, width)]),
    '',
    'Options',
    ...describedList(
      [...options, helpOption].map((option) => [optionForm(option), option.meaning]),
      width,
    ),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((example) => `  ${example}`),
  ]
}

/** Terms and their meanings, one under the other; meanings wrap beside. */
export function describedList(entries: readonly (readonly [string, string])[], width: number): string[] {
  const indent = 4 + Math.max(...entries.map(([term]) => term.length))
  return entries.flatMap(([term, meaning]) =>
    wrap(meaning, Math.max(16, width - indent)).map((line, index) => (index === 0 ? `  ${term}` : '').padEnd(indent) + line),
  )
}

function optionForm({ name, value }: OptionUsage): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
