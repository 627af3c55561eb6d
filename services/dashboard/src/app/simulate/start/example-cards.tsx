import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { fall, signedPercent, tone } from '../../../format.ts'
import { pages } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import '../../../ui/section.css'
import { ExampleCommand } from './example-command.tsx'
import { ExampleLine } from './example-line.tsx'
import { examples } from './examples.ts'
import type { Example } from './examples.ts'
import './start.css'

interface ExampleCardsProps {
  /** None of which has succeeded. */
  hasRuns: boolean
  onTry: (command: string) => void
}

/** Three portfolios to begin with: each opens in the editor, or runs at once. */
export const ExampleCards = memo(function ExampleCards({ hasRuns, onTry }: ExampleCardsProps) {
  return (
    <section className="start" aria-labelledby="start-head">
      <div className="bar">
        <h2 className="h2" id="start-head">
          Or start from one of these
        </h2>
        <span className="small muted">{hasRuns ? '' : 'You have no runs yet. '}Each opens in the editor, or runs at once.</span>
      </div>
      <div className="exs">
        {examples.map((example) => (
          <Card key={example.title} example={example} onTry={onTry} />
        ))}
      </div>
    </section>
  )
})

function Card({ example, onTry }: { example: Example; onTry: (command: string) => void }) {
  const { title, text, command, cagr, max_drawdown: worst, line, benchmark } = example
  return (
    <article className="ex">
      <h3 className="h3">
        <Link to={pages.simulate} search={{ cmd: command }} className="cover">
          {title}
        </Link>
        <Button size="sm" look="quiet" icon="play" aria-label={`Try it: ${title}`} onClick={() => onTry(command)}>
          Try it
        </Button>
      </h3>
      <p>{text}</p>
      <ExampleLine line={line} benchmark={benchmark} />
      <ExampleCommand command={command} />
      <div className="res">
        <span>
          A year<b className={tone(cagr)}>{signedPercent(cagr)}</b>
        </span>
        <span>
          Worst fall<b className="loss">{fall(worst)}</b>
        </span>
      </div>
    </article>
  )
}
