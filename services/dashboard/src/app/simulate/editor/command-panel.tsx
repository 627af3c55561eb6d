import { useId, useRef } from 'react'
import type { RefObject } from 'react'
import { CardPopup } from '../offers/card-popup.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { Editor } from './editor.tsx'
import { FaultAnnouncer } from '../faults/fault-list.tsx'
import type { Range } from '../faults/faults.ts'
import { OfferPopup } from '../offers/popups.tsx'
import type { JudgedText } from '../use-command.ts'
import type { EditorActions } from './use-editor-actions.ts'
import { useHovered } from '../offers/use-hovered.ts'
import { usePanelKeys } from './use-panel-keys.ts'
import type { Writing, WritingEvents } from './use-writing.ts'
import { writtenCommands } from '../written-commands.ts'

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
  const keys = usePanelKeys({ area, writing, list, hovered, actions, onRun, onRetry: known.error === null ? null : known.retry })
  const card = list.isOpen ? null : hovered.offset
  return (
    <div className="edwrap">
      <Editor
        area={area}
        layer={layer}
        writing={writing}
        events={keys.listening(props.events)}
        faults={told.filter(({ severity }) => severity === 'error')}
        lit={card === null ? lit : wordAround(writing.text, card)}
        list={list}
        listId={`${id}-list`}
        faultsId={faultsId}
        cardId={card === null ? null : `${id}-card`}
        onKeyDown={keys.onKeyDown}
        onPaste={(event) => {
          if (writtenCommands(event.clipboardData.getData('text/plain')).length > 1) props.onSeveral()
        }}
        onPointerMove={hovered.onPointerMove}
        onPointerLeave={hovered.onPointerLeave}
      >
        <EditorFoot
          status={status}
          runs={judged.commands.length}
          waitsBecause={props.waitsBecause}
          isSending={props.isSending}
          onRun={onRun}
        />
      </Editor>
      <FaultAnnouncer faults={told} text={writing.text} word={status.word} />
      {list.isOpen && (
        <OfferPopup id={`${id}-list`} list={list} known={known} layer={layer} layout={writing.text} onTake={keys.take} />
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
