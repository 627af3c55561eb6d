import { totals } from '@portofino/strategy'
import type { Totals } from '@portofino/strategy'
import { useMemo } from 'react'
import { today } from '../../today.ts'
import { readForm } from './form/command-form.ts'
import type { CommandForm } from './form/command-form.ts'
import { editorStatus } from './editor/editor-status.ts'
import type { EditorStatus } from './editor/editor-status.ts'
import { effectivePeriod, lengthInWords } from './echo/effective-period.ts'
import type { EffectivePeriod } from './echo/effective-period.ts'
import type { Diagnosed, Fault } from './faults/faults.ts'
import { judgedCommands, symbolsIn, withStrangers } from './faults/judged-commands.ts'
import type { JudgedCommand } from './faults/judged-commands.ts'
import type { Offer } from './offers/offered.ts'
import { searchedText } from './offers/searched-text.ts'
import { judge } from './faults/judge.ts'
import { useServerChecks } from './faults/use-server-checks.ts'
import { useCatalog } from './offers/use-catalog.ts'
import type { KnownCatalog } from './offers/use-catalog.ts'
import { useOffer } from './offers/use-offer.ts'
import type { OpenOffer } from './offers/use-offer.ts'
import type { Writing } from './editor/use-writing.ts'
import { commandAt, writtenCommands } from './written-commands.ts'

export interface JudgedText {
  commands: JudgedCommand[]
  /** The one that the caret is in. */
  current: JudgedCommand | null
  told: Fault[]
  status: EditorStatus
  totals: Totals
  form: CommandForm
  period: EffectivePeriod | null
  known: KnownCatalog
  list: OpenOffer
}

/**
 * All that is said about the text of the editor: what is wrong, what is missing, what it comes to, what could come next. `asked` is the text
 * that was to be run before it was finished.
 */
export function useCommand(
  writing: Writing,
  { refusals, asked }: { refusals: ReadonlyMap<string, readonly Diagnosed[]>; asked: string | null },
): JudgedText {
  const { text, caret, isFocused, isTyping } = writing
  const written = useMemo(() => writtenCommands(text), [text])
  const symbols = useMemo(() => symbolsIn(written), [written])
  const typed = isFocused ? searchedText(text, caret) : null
  const known = useCatalog({ symbols, typed, isNeeded: isFocused })
  const { catalog } = known
  const strangers = useMemo(() => withStrangers(written, catalog), [written, catalog])
  const checked = useServerChecks(strangers)
  const day = today()
  const commands = useMemo(
    () => judgedCommands(written, { catalog, today: day, answers: new Map([...checked, ...refusals]) }),
    [written, catalog, day, checked, refusals],
  )
  const list = useOffer({ writing, commands: written, catalog })
  const at = commandAt(written, caret)
  const current = commands.find(({ start }) => start === at?.start) ?? null
  const currentText = current?.text ?? ''
  const sums = useMemo(() => totals(currentText), [currentText])
  const form = useMemo(() => readForm(currentText), [currentText])
  const program = current?.program ?? null
  const period = useMemo(() => (program === null ? null : effectivePeriod(program, catalog)), [program, catalog])
  const { told, unfinished } = judge(
    commands.flatMap(({ faults }) => faults),
    {
      text,
      // Who asks for the run has finished.
      caret: isFocused && asked !== text ? caret : null,
      isTyping,
      hasCandidates: canGoOn(list.offer, known),
      isShort: Number(sums.gross) < Number(sums.required),
    },
  )
  const status = editorStatus({
    isEmpty: commands.length === 0,
    told,
    unfinished,
    runs: commands.length,
    totals: sums,
    legs: form.legs.length,
    length: period === null ? null : lengthInWords(period.from.day, period.to.day),
  })
  return { commands, current, told, status, totals: sums, form, period, known, list }
}

/** Whether the word at the caret may still become another. */
function canGoOn({ isDate, items }: Offer, { isLoading }: KnownCatalog): boolean {
  return !isDate && (items.length > 0 || isLoading)
}
