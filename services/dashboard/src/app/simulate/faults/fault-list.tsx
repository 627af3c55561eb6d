import { CommandText } from '../../../ui/command-text.tsx'
import './faults.css'
import { isBeyondSample, placeInWords } from './faults.ts'
import type { Fault, Range } from './faults.ts'
import { fixWords } from './fix-words.ts'
import { SampleNote } from './sample-list.tsx'
import { useSettled } from '../../../ui/use-settled.ts'

interface FaultListProps {
  id: string
  text: string
  faults: readonly Fault[]
  onFix: (fault: Fault, fix: Fault['fixes'][number]) => void
  onGoTo: (range: Range) => void
}

/** Every fault with its number in the text, its code and place, and the mends that were tried and work. */
export function FaultList({ id, text, faults, onFix, onGoTo }: FaultListProps) {
  const errors = faults.filter(({ severity }) => severity === 'error')
  const notes = faults.filter(({ severity }) => severity !== 'error')
  return (
    <>
      <ol className="faults" id={id} aria-label="Faults">
        {[...errors, ...notes].map((fault, index) => (
          <li className={index < errors.length ? 'faultrow' : 'faultrow aside'} key={`${fault.code} ${fault.start} ${index}`}>
            <span className="n" aria-hidden="true">
              {index < errors.length ? index + 1 : 'i'}
            </span>
            <div>
              <div className="msg">{asSentence(fault.message)}</div>
              <div className="meta">
                <span className="mono">{fault.code}</span> · {placeInWords(fault, text)} ·{' '}
                <button type="button" className="linklike" onClick={() => onGoTo(fault)}>
                  Go to<span className="sr"> fault {index + 1}</span>
                </button>
                {fault.help !== null && <> · {isBeyondSample(fault) ? <SampleNote /> : fault.help}</>}
              </div>
              <Fixes fault={fault} onFix={onFix} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Fixes({ fault, onFix }: { fault: Fault; onFix: FaultListProps['onFix'] }) {
  if (fault.fixes.length === 0) return null
  return (
    <div className="fixes">
      {fault.fixes.map((fix) => {
        const { words, code } = fixWords(fix.title)
        return (
          <button type="button" className="fix" key={fix.title} onClick={() => onFix(fault, fix)}>
            {words} <CommandText command={code} />
          </button>
        )
      })}
    </div>
  )
}

/** Says to screen readers what is wrong, once typing has paused. */
export function FaultAnnouncer({ faults, text, word }: { faults: readonly Fault[]; text: string; word: string }) {
  const errors = faults.filter(({ severity }) => severity === 'error')
  const now =
    errors.length === 0 ? word : `${word}. ${errors.map((fault) => `${fault.message}, ${placeInWords(fault, text)}`).join('. ')}`
  return (
    <p className="sr" role="status">
      {useSettled(now, 500)}
    </p>
  )
}

/** Curly quotes and a capital, as on the rest of the page. */
function asSentence(message: string): string {
  const quoted = message.replace(/"([^"]*)"/g, '“$1”')
  return quoted.charAt(0).toUpperCase() + quoted.slice(1)
}
