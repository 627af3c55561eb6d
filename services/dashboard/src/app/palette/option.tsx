import { useEffect, useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { markedPieces } from './palette-entries.ts'
import type { Entry } from './palette-entries.ts'

interface OptionProps {
  id: string
  entry: Entry
  typed: string
  isActive: boolean
  onPoint: () => void
  /** In a new tab, where asked for. */
  onChoose: (isApart: boolean) => void
}

/** A line of the list. The focus stays in the field; the line says that it is the one that Enter takes. */
export function Option({ id, entry, typed, isActive, onPoint, onChoose }: OptionProps) {
  const { icon, label, note, command, end, keys = [] } = entry
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={line}
      id={id}
      className="opt"
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      <Icon name={icon} />
      <span className="words">
        {label !== '' && <Marked text={label} typed={typed} />}
        {command !== undefined && (
          <span className="cmd">
            <Marked text={command} typed={typed} />
          </span>
        )}
        {note !== undefined && <small>{note}</small>}
      </span>
      <span className="end">
        {end}
        {keys.map((key) => (
          <kbd key={key} className="kbd">
            {key}
          </kbd>
        ))}
      </span>
    </div>
  )
}

function Marked({ text, typed }: { text: string; typed: string }) {
  return markedPieces(text, typed).map((piece, index) =>
    piece.isMarked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  )
}
