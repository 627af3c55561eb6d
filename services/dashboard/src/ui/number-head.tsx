import { Hint } from './hint.tsx'
import './number-head.css'

interface NumberHeadProps {
  names: readonly string[]
  /** What a column tells, by its name, where the name is not enough. */
  hints?: Readonly<Record<string, string>>
}

/** The head of a table of figures: what the rows are of, then columns of numbers. */
export function NumberHead({ names: [first, ...columns], hints = {} }: NumberHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map((name) => (
          <th key={name} scope="col" className="n">
            {hints[name] === undefined ? name : <Explained name={name} hint={hints[name]} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Explained({ name, hint }: { name: string; hint: string }) {
  return (
    <Hint
      isPressed
      trigger={
        <button type="button" className="explained" aria-description={hint}>
          {name}
        </button>
      }
    >
      {hint}
    </Hint>
  )
}
