import { memo, useState } from 'react'
import { LanguageDialog } from './language-dialog.tsx'
import './start.css'

/** The five parts of a command. */
export const HowToWrite = memo(function HowToWrite() {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="how" aria-labelledby="how-head">
      <div className="bar">
        <h2 className="h2" id="how-head">
          How to write one
        </h2>
        <button type="button" className="linklike small" onClick={() => setOpen(true)}>
          Full language
        </button>
      </div>
      <dl className="parts">
        <div>
          <dt className="tk">AAPL</dt>
          <dd>
            What to hold: a ticker. <span className="mono">$CASH</span> is cash.
          </dd>
        </div>
        <div>
          <dt>
            <span className="tL">L</span> <span className="or">or</span> <span className="tS">S</span>
          </dt>
          <dd>Long earns when the price rises, short when it falls.</dd>
        </div>
        <div>
          <dt className="tw">50%</dt>
          <dd>
            Its share. All shares add up to 100%; <span className="mono">*</span> takes what is left.
          </dd>
        </div>
        <div>
          <dt className="td">2020-01-01</dt>
          <dd>First day, then last day, as year-month-day.</dd>
        </div>
        <div>
          <dt>
            <span className="tkey">key=</span>…
          </dt>
          <dd>
            Options, in any order: <span className="mono">bench= rebalance= cost= rf=</span>
          </dd>
        </div>
      </dl>
      <LanguageDialog open={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
})
