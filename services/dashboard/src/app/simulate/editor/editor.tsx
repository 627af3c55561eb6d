import { useId, useMemo, useRef } from 'react'
import type { ClipboardEvent, CSSProperties, KeyboardEvent, PointerEvent, ReactNode, RefObject } from 'react'
import '../../../ui/command-text.css'
import { ColoredLayer } from './colored-layer.tsx'
import './editor.css'
import { visibleRange } from '../faults/faults.ts'
import type { Fault, Range } from '../faults/faults.ts'
import { FaultNumbers, LitGround } from './text-marks.tsx'
import { useInput } from './use-input.ts'
import type { OpenOffer } from '../offers/use-offer.ts'
import { useWrap } from './use-wrap.ts'
import type { Writing, WritingEvents } from './use-writing.ts'

interface EditorProps extends Described {
  area: RefObject<HTMLTextAreaElement | null>
  layer: RefObject<HTMLDivElement | null>
  writing: Writing
  events: WritingEvents
  /** Told errors, numbered in this order. */
  faults: readonly Fault[]
  lit: Range | null
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerLeave: () => void
  /** What stands below the text, in the same frame. */
  children: ReactNode
}

/** What belongs to the textarea for those who do not see it. */
interface Described {
  list: OpenOffer
  listId: string
  faultsId: string
  cardId: string | null
}

/** A textarea with its own caret, selection, undo and keyboard; its letters are drawn by the layer behind it. */
export function Editor(props: EditorProps) {
  const { area, layer, writing, events, faults, lit, children } = props
  const { text } = writing
  const id = useId()
  const probe = useRef<HTMLSpanElement>(null)
  const first = useRef(text)
  const slack = useWrap(text, layer, probe)
  const ranges = useMemo(() => faults.map((fault) => visibleRange(fault, text)), [faults, text])
  const marks = useMemo(() => ({ faults: ranges, related: faults.flatMap(({ related }) => related) }), [ranges, faults])
  const layout = { layer, layout: `${text}${slack}` }
  useInput(area, events)
  return (
    <div className={faults.length > 0 ? 'editor bad' : 'editor'}>
      <div className="text cmd" style={{ '--wrap-slack': `${slack}px` } as CSSProperties}>
        <LitGround ranges={lit === null ? [] : [lit]} {...layout} />
        <div className="layer-text" ref={layer} aria-hidden="true">
          <ColoredLayer text={text} marks={marks} />
        </div>
        <label className="sr" htmlFor={id}>
          Command
        </label>
        <textarea
          {...fixed}
          {...described(props)}
          id={id}
          ref={area}
          defaultValue={first.current}
          onSelect={(event) => events.onCaret(event.currentTarget)}
          onFocus={(event) => events.onFocus(event.currentTarget)}
          onBlur={(event) => events.onBlur(event.currentTarget)}
          onKeyDown={props.onKeyDown}
          onPaste={props.onPaste}
          onPointerMove={props.onPointerMove}
          onPointerLeave={props.onPointerLeave}
        />
        <FaultNumbers ranges={ranges} {...layout} />
        <span className="probe" ref={probe} aria-hidden="true">
          0000000000
        </span>
      </div>
      {children}
    </div>
  )
}

/** Nothing may correct, capitalize or translate a command. */
const fixed = {
  rows: 1,
  placeholder: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  spellCheck: false,
  autoCapitalize: 'off',
  autoComplete: 'off',
  autoCorrect: 'off',
  translate: 'no',
  enterKeyHint: 'enter',
  'aria-autocomplete': 'list',
  'aria-haspopup': 'listbox',
  'data-command-editor': '',
} as const

/** A combobox while its list is open, else a text field. */
function described({ list, listId, faults, faultsId, cardId }: Described & Pick<EditorProps, 'faults'>) {
  const notes = [...(faults.length > 0 ? [faultsId] : []), ...(cardId === null ? [] : [cardId])].join(' ')
  const always = { 'aria-invalid': faults.length > 0 || undefined, 'aria-describedby': notes || undefined }
  if (!list.isOpen || list.offer.items.length === 0) return always
  const lit = list.active >= 0 ? `${listId}-${list.active}` : undefined
  return { ...always, role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': lit } as const
}
