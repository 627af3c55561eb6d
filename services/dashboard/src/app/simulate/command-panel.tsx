import { useId, useRef } from 'react'
import type { RefObject } from 'react'
import { CardPopup } from './card-popup.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { keyAction } from './editor-keys.ts'
import { Editor } from './editor.tsx'
import { FaultAnnouncer } from './fault-list.tsx'
import type { Range } from './faults.ts'
import { OfferPopup } from './popups.tsx'
import type { JudgedText } from './use-command.ts'
import type { EditorActions } from './use-editor-actions.ts'
import { useHovered } from './use-hovered.ts'
import type { Writing, WritingEvents } from './use-writing.ts'
import { writtenCommands } from './written-commands.ts'

export interface CommandPanelProps {
  area: RefObject<HTMLTextAreaElement | null>
  writing: Writing
  events: WritingEvents
  judged: JudgedText
  actions: EditorActions
  /** The token of the form's field in use. */
  lit: Range | null
  faultsId: string
  waitsBecause: string | undefined
  isSending: boolean
  onRun: () => void
  /** Several lines were pasted. */
  onSeveral: () => void
}

/** The editor with its list, its cards and its one button. */
export function CommandPanel(props: CommandPanelProps) {
  const { area, writing, judged, actions, lit, faultsId, onRun } = props
  const { list, told, status, known } = judged
  const id = useId()
  const layer = useRef<HTMLDivElement>(null)
  const hovered = useHovered(layer)
  const errors = told.filter(({ severity }) => severity === 'error')
  const isOpen = list.isOpen && list.offer.items.length > 0
  const card = hovered.offset === null || list.isOpen ? null : hovered.offset
  const events: WritingEvents = {
    ...props.events,
    onText: (element, isTyped) => {
      hovered.close()
      props.events.onText(element, isTyped)
      if (isTyped) list.open({ text: element.value, caret: element.selectionStart }, false)
      else list.close()
    },
  }
  const act = (action: ReturnType<typeof keyAction>): void => {
    if (action === 'run') onRun()
    if (action === 'next' || action === 'previous') list.move(action === 'next' ? 1 : -1)
    if (action === 'list') list.open(writing, true)
    if (action === 'explain') hovered.ask(writing.caret)
    if (action === 'close') {
      list.close()
      hovered.close()
    }
    const item = list.offer.items[list.active]
    if (action === 'take' && item !== undefined) actions.take(item, list.offer)
  }
  return (
    <div className="edwrap">
      <Editor
        className={errors.length > 0 ? 'editor bad' : 'editor'}
        area={area}
        layer={layer}
        writing={writing}
        events={events}
        faults={errors}
        lit={card === null ? lit : wordAround(writing.text, card)}
        list={{ id: `${id}-list`, isOpen, activeId: isOpen && list.active >= 0 ? `${id}-list-${list.active}` : undefined }}
        describedBy={
          [errors.length > 0 ? faultsId : '', card === null ? '' : `${id}-card`].filter(Boolean).join(' ') || undefined
        }
        onKeyDown={(event) => {
          const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event
          const pressed = { key, ctrlKey, metaKey, altKey, shiftKey, isComposing: nativeEvent.isComposing }
          const action = keyAction(pressed, { isOpen, isCard: card !== null, active: list.active })
          if (action === null) return
          event.preventDefault()
          event.stopPropagation()
          act(action)
        }}
        onPaste={(event) => {
          if (writtenCommands(event.clipboardData.getData('text/plain')).length > 1) props.onSeveral()
        }}
        onPointerMove={hovered.onPointerMove}
        onPointerLeave={hovered.onPointerLeave}
        foot={
          <EditorFoot
            status={status}
            runs={judged.commands.length}
            waitsBecause={props.waitsBecause}
            isSending={props.isSending}
            onRun={onRun}
          />
        }
      />
      <FaultAnnouncer faults={told} text={writing.text} word={status.word} />
      {list.isOpen && (
        <OfferPopup
          id={`${id}-list`}
          list={list}
          known={known}
          layer={layer}
          layout={writing.text}
          onTake={(item) => actions.take(item, list.offer)}
        />
      )}
      {card !== null && (
        <CardPopup id={`${id}-card`} offset={card} judged={judged} text={writing.text} layer={layer} hovered={hovered} />
      )}
    </div>
  )
}

function wordAround(text: string, offset: number): Range {
  const start = /\S*$/.exec(text.slice(0, offset))!.index
  return { start, end: offset + /^\S*/.exec(text.slice(offset))![0].length }
}
