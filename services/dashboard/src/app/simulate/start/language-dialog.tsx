import { optionGuide, optionKeys } from '@portofino/strategy'
import { shortcuts } from '../../../keys/shortcuts.ts'
import type { Shortcut } from '../../../keys/shortcuts.ts'
import { IconButton } from '../../../ui/button.tsx'
import { CommandText } from '../../../ui/command-text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import '../../../ui/table.css'

const forms: readonly { code: string; meaning: string }[] = [
  { code: 'AAPL-L-50%', meaning: 'half of the capital in Apple' },
  { code: 'MSFT-S-1/3', meaning: 'a third sold short, as a fraction' },
  { code: 'KO-L-* PG-L-*', meaning: 'equal shares of what the other legs leave' },
  { code: '$CASH-L-10%', meaning: 'a tenth in cash' },
  { code: 'XNAS:AAPL-L-100%', meaning: 'a ticker of one market' },
  { code: '2020-01-01 2022-12-31', meaning: 'both days belong to the period' },
  { code: '2020..2022', meaning: 'the same: a year or month stands for its first day, as an end for its last' },
  { code: '# a note', meaning: 'up to the end of its line' },
]

const keys: readonly Shortcut[] = shortcuts.Editor

/** The language on one sheet. */
export function LanguageDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="The full language" look="wide">
      <IconButton className="corner" icon="close" label="Close" onClick={onClose} />
      <p>
        A command is legs and a period, then options, in any order, with spaces between them. A line is a portfolio and a run of
        its own.
      </p>
      <dl className="language">
        {forms.map(({ code, meaning }) => (
          <div key={code}>
            <dt>
              <CommandText command={code} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3 className="h3 language-part">Options</h3>
      <Options />
      <h3 className="h3 language-part">Keys in the editor</h3>
      <dl className="language">
        {keys.map(({ does, caps, more = '' }) => (
          <div key={does}>
            <dt>
              <span className="kbd">{caps.join(' ')}</span>
            </dt>
            <dd>
              {does} {more}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function Options() {
  return (
    <dl className="language">
      {optionKeys.map((key) => {
        const { meaning, default: standard, values } = optionGuide(key)
        return (
          <div key={key}>
            <dt className="cmd">
              <span className="tkey">{key}=</span>
              {standard}
            </dt>
            <dd>
              {meaning}
              <span className="cmd values">{values.join('  ')}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
