import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { definitionsQuery } from '../../../api/queries.ts'
import { Hint } from '../../../ui/hint.tsx'

/** The name of a measure; focus, pointer or touch tell what it means. */
export function ExplainedMeasure({ measure, children }: { measure: string; children: ReactNode }) {
  const { data } = useQuery(definitionsQuery)
  const definition = data?.find(({ id }) => id === measure)
  if (definition === undefined) return children
  const { name, plain_name: plainName, meaning, formula } = definition
  return (
    <Hint
      isPressed
      trigger={
        <button type="button" aria-description={`${name}: ${plainName}. ${meaning}`}>
          {children}
        </button>
      }
    >
      <b>
        {name}: {plainName}
      </b>
      <span>{meaning}</span>
      <span className="mono">{formula}</span>
    </Hint>
  )
}
