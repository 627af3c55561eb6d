/** Letters that the API takes. */
export const longestTag = 40

/** How many of the chosen runs have a tag. */
export type TagHolding = 'all' | 'some' | 'none'

/** Every tag of the runs, in alphabetical order, with how many of them have it. */
export function tagHoldings(runs: readonly { tags: readonly string[] }[]): { tag: string; holding: TagHolding }[] {
  const names = [...new Set(runs.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b))
  return names.map((tag) => ({ tag, holding: runs.every(({ tags }) => tags.includes(tag)) ? 'all' : 'some' }))
}

/** The tags of a run after some were given to all and some taken from all; the order of the old ones stays. */
export function retagged(tags: readonly string[], changes: Readonly<Record<string, 'all' | 'none'>>): string[] {
  const kept = tags.filter((tag) => changes[tag] !== 'none')
  const given = Object.entries(changes).flatMap(([tag, holding]) => (holding === 'all' && !kept.includes(tag) ? [tag] : []))
  return [...kept, ...given]
}

/** What is wrong with a new tag; null when nothing is. */
export function tagFault(tag: string): string | null {
  if (tag.trim() === '') return 'Type a tag.'
  const length = Array.from(tag.trim()).length
  return length > longestTag ? `A tag has at most ${longestTag} characters, got ${length}.` : null
}
