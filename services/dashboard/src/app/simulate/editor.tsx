import { useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import '../../ui/command-text.css'
import { ColoredLayer } from './colored-layer.tsx'
import './editor.css'
import { FaultNumbers } from './fault-numbers.tsx'
import { visibleRange } from './faults.ts'
import type { Fault, Range } from './faults.ts'
import { useWrap } from './use-wrap.ts'
import type { Writing, WritingEvents } from './use-writing.ts'

export interface EditorProps {
  area: RefObject<HTMLTextAreaElement | null>
  layer: RefObject<HTMLDivElement | null>
  writing: Writing
  events: WritingEvents
  /** Told errors, numbered in this order. */
  faults: readonly Fault[]
  lit: Range | null
  list: { id: string; isOpen: boolean; activeId: string | undefined }
  describedBy: string | undefined
  onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void
  onPaste: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void
  onPointerMove: (event: React.PointerEvent) => void
  onPointerLeave: () => void
  foot: ReactNode
  className: string
}

/** A textarea with its own caret, selection, undo and keyboard; its letters are drawn by the layer behind it. */
export function Editor({
  area,
  layer,
  writing,
  events,
  faults,
  lit,
  list,
  describedBy,
  foot,
  className,
  ...handlers
}: EditorProps) {
  const { text } = writing
  const id = useId()
  const probe = useRef<HTMLSpanElement>(null)
  const slack = useWrap(text, layer, probe)
  const ranges = useMemo(() => faults.map((fault) => visibleRange(fault, text)), [faults, text])
  const marks = useMemo(() => ({ faults: ranges, related: faults.flatMap(({ related }) => related), lit }), [ranges, faults, lit])
  const first = useRef(text)
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    // The browser knows composed letters, drops and undo as what they are; React's own event does not.
    const onInput = (event: Event): void => {
      events.onText(element, isTyped(event as InputEvent))
    }
    element.addEventListener('input', onInput)
    return () => element.removeEventListener('input', onInput)
  }, [area, events])
  return (
    <div className={className}>
      <div className="text cmd" style={{ '--wrap-slack': `${slack}px` } as React.CSSProperties}>
        <div className="layer-text" ref={layer} aria-hidden="true">
          <ColoredLayer text={text} marks={marks} />
        </div>
        <label className="sr" htmlFor={id}>
          Command
        </label>
        <textarea
          {...handlers}
          id={id}
          ref={area}
          defaultValue={first.current}
          rows={1}
          role={list.isOpen ? 'combobox' : undefined}
          aria-expanded={list.isOpen || undefined}
          aria-controls={list.isOpen ? list.id : undefined}
          aria-activedescendant={list.activeId}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={describedBy}
          placeholder="AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          translate="no"
          enterKeyHint="enter"
          data-command-editor=""
          onSelect={(event) => events.onCaret(event.currentTarget)}
          onFocus={(event) => events.onFocus(event.currentTarget)}
          onBlur={events.onBlur}
        />
        <FaultNumbers ranges={ranges} layer={layer} layout={`${text}${slack}`} />
        <span className="probe" ref={probe} aria-hidden="true">
          0000000000
        </span>
      </div>
      {foot}
    </div>
  )
}

/** Tells keys from what comes as a whole: pasted, dropped, written by a fix. A phone's keyboard composes each word anew. */
function isTyped({ inputType = '', data }: InputEvent): boolean {
  if (inputType === 'insertCompositionText') return true
  return /^insert(Text|LineBreak)$|^delete/.test(inputType) && (data?.length ?? 0) <= 1
}
