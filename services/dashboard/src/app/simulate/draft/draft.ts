import type { StoredText } from '../../../stored-text.ts'
import { inTab, onDevice } from '../../../stored-text.ts'

/** The text of the editor as it was last typed, and the `?cmd=` that stood in the address at that time. */
export interface Draft {
  text: string
  link: string | null
}

type Place = Pick<StoredText, 'read' | 'keep'>

/** Where drafts live: this tab's own, and the last of any tab for a new one. */
export interface DraftPlaces {
  tab: Place
  device: Place
}

const key = 'portofino.draft'
export const draftPlaces = { tab: inTab(key), device: onDevice(key) } satisfies DraftPlaces

/** Keeps every key that is typed, so that a reload, a sign-in or a crash loses nothing. Full or closed storage is no fault of typing. */
export function keepDraft({ tab, device }: DraftPlaces, draft: Draft): void {
  // Where a place keeps nothing, the text still stands in the editor and, when short, in the address.
  for (const place of [tab, device]) place.keep(JSON.stringify(draft))
}

function storedIn(place: Place): Draft | null {
  try {
    const given = JSON.parse(place.read() ?? 'null') as Partial<Draft> | null
    return typeof given?.text === 'string' ? { text: given.text, link: given.link ?? null } : null
  } catch {
    // Something else under our key: there is no draft.
    return null
  }
}

/**
 * What the editor begins with: the address, unless this tab wrote it from a text that went on since; then the draft; on a first visit an
 * example.
 */
export function firstText(link: string | null, places: DraftPlaces, example: string): string {
  const own = storedIn(places.tab)
  if (link !== null) return own !== null && own.link === link ? own.text : link
  return own?.text ?? storedIn(places.device)?.text ?? example
}

/** Whether nothing was ever written here. */
export function isFirstVisit({ tab, device }: DraftPlaces): boolean {
  return storedIn(tab) === null && storedIn(device) === null
}

const longestLink = 8 * 1024

/** The part of an address that holds a command, or null when it would be too long for servers and mail programs. */
export function linkedCommand(text: string): string | null {
  return new TextEncoder().encode(encodeURIComponent(text)).length > longestLink ? null : text
}
