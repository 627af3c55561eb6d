import { Link } from '@tanstack/react-router'
import type { RunResult } from '../../../api/queries.ts'
import { day } from '../../../format.ts'
import { pages } from '../../../paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import { keptStarts, runNotice } from './run-notice.ts'
import type { Phrase } from './run-notice.ts'

/** What to know of period and prices before the figures. */
export function NoticeLine({ result, command }: { result: RunResult; command: string }) {
  const { phrases, notes, isClipped } = runNotice(result)
  return (
    <div className="notice note">
      <Icon name={isClipped ? 'warning' : 'info'} />
      <div>
        <p>
          {phrases.map((phrase) => (
            <Words key={phrase.text} {...phrase} />
          ))}
          {isClipped && <KeptStarts command={command} from={result.period.requested_from} />}
        </p>
        {notes.length > 0 && (
          <ul>
            {notes.map(({ code, message }) => (
              <li key={`${code} ${message}`}>
                {message} (<span className="mono">{code}</span>)
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Words({ text, look }: Phrase) {
  if (look === 'strong') return <b>{text}</b>
  return look === 'code' ? <span className="mono">{text}</span> : text
}

function KeptStarts({ command, from }: { command: string; from: string }) {
  const ways = keptStarts(command)
  if (ways.length === 0) return null
  return (
    <>
      {' '}
      To keep {day(from)}:{' '}
      {ways.map((way, place) => (
        <span key={way.command}>
          {place > 0 && ' or '}
          <Link to={pages.simulate} search={{ cmd: way.command }}>
            {way.words}
          </Link>
        </span>
      ))}
      .
    </>
  )
}
