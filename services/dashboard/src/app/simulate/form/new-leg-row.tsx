import { useEffect, useRef, useState } from 'react'
import { oneWord } from './command-form.ts'

/** A row that becomes a leg once its ticker is typed and left, or Enter is pressed. */
export function NewLegRow({
  isFocused,
  onAdd,
  onLeave,
}: {
  isFocused: boolean
  onAdd: (ticker: string) => void
  onLeave: () => void
}) {
  const [ticker, setTicker] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFocused) input.current?.focus()
  }, [isFocused])
  const done = (): void => {
    if (ticker === '') onLeave()
    else onAdd(ticker)
    setTicker('')
  }
  return (
    <tr>
      <td colSpan={4}>
        <span className="who">
          <input
            ref={input}
            className="input"
            aria-label="Ticker of the new leg"
            placeholder="Ticker"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={ticker}
            onChange={({ target }) => setTicker(oneWord(target.value).toUpperCase())}
            onBlur={done}
            onKeyDown={({ key }) => (key === 'Enter' ? done() : key === 'Escape' ? onLeave() : undefined)}
          />
          <span className="hide-s">Enter adds it with the weight that is left</span>
        </span>
      </td>
    </tr>
  )
}
