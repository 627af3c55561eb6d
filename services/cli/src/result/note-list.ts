import type { Diagnostic } from '@portofino/strategy'
import { wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'
import { sectionLines } from './section.ts'

/** Warnings and notes of the run, each with its code. */
export function noteList(notes: readonly Diagnostic[], screen: Screen): string[] {
  const { width, ink } = screen
  const lines = notes.flatMap(({ code, severity, message, help }) => {
    const text = wrap(help === undefined ? message : `${message}. ${help}`, width - 6)
    const mark = severity === 'note' ? ink.muted(code) : ink.loss(code)
    return text.map((line, index) => (index === 0 ? `${mark}  ${line}` : `      ${line}`))
  })
  return sectionLines({ title: 'Notes', lines }, screen)
}
