import type { StoredText } from '../stored-text.ts'

/** A run that was asked for, with the key that never makes a second one. */
export interface AskedRun {
  key: string
  /** Once the server has answered; while others of the same start are not answered yet. */
  taskId?: string
}

type ByCommand = Map<string, AskedRun>

/** What one person has asked for without having all answers; outlives the page, and is nobody else's. */
export interface AskedRuns {
  of: (person: string | null) => ByCommand
  change: (person: string | null, act: (runs: ByCommand) => unknown) => void
}

export function askedRuns(place: StoredText): AskedRuns {
  /** Where the place keeps nothing. */
  let unkept: string | null = null
  const of = (person: string | null): ByCommand => {
    const stored = storedIn(place.read() ?? unkept)
    return new Map(stored !== null && stored.person === person ? stored.runs : [])
  }
  return {
    of,
    change(person, act) {
      const runs = of(person)
      act(runs)
      unkept = null
      if (runs.size === 0) return place.forget()
      const text = JSON.stringify({ person, runs: [...runs] })
      if (!place.keep(text)) unkept = text
    },
  }
}

function storedIn(text: string | null): { person: string | null; runs: [string, AskedRun][] } | null {
  try {
    const given = JSON.parse(text ?? 'null') as { person?: string | null; runs?: [string, AskedRun][] } | null
    return Array.isArray(given?.runs) ? { person: given.person ?? null, runs: given.runs } : null
  } catch {
    // Something else under our key: nothing was asked for.
    return null
  }
}
