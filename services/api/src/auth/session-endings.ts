import { liveApiTokens, liveSessions, sessionEndedChannel } from '@portofino/database'
import type { Database } from '@portofino/database'

/** What signed somebody in: a session or an API token. */
export type Credential = `session:${string}` | `token:${number}`

export interface SessionEndings extends AsyncDisposable {
  /** Calls once when the credential no longer counts, until the returned function is called. */
  follow: (credential: Credential, onEnd: () => void) => () => void
}

export interface SessionEndingsOptions {
  database: Database
  clock: () => Date
  /** Expiry is not announced, and announcements may be lost with a connection. */
  checkEveryMs?: number
}

/** Hears from all processes which sessions and tokens have ended, so that open sockets close at once. */
export async function sessionEndings(options: SessionEndingsOptions): Promise<SessionEndings> {
  const { database, clock, checkEveryMs = 15_000 } = options
  const followers = new Map<string, Set<() => void>>()

  const end = (credential: string): void => {
    const ended = followers.get(credential)
    followers.delete(credential)
    for (const onEnd of ended ?? []) onEnd()
  }
  const check = async (followed: readonly string[]): Promise<void> => {
    const live = await liveCredentials(database, { followed, now: clock() })
    for (const credential of followed) if (!live.has(credential)) end(credential)
  }
  // While the database is away nobody can be told apart; the next round will.
  const checkQuietly = (followed: readonly string[]): void => void check(followed).catch(() => undefined)
  const checkAll = (): void => checkQuietly([...followers.keys()])
  const unlisten = await database.listen(sessionEndedChannel, end, checkAll)
  const rounds = setInterval(checkAll, checkEveryMs).unref()

  return {
    follow(credential, onEnd) {
      const others = followers.get(credential) ?? new Set()
      followers.set(credential, others.add(onEnd))
      // It may have ended between being looked at and being followed.
      checkQuietly([credential])
      return () => {
        others.delete(onEnd)
        if (others.size === 0 && followers.get(credential) === others) followers.delete(credential)
      }
    },
    async [Symbol.asyncDispose]() {
      clearInterval(rounds)
      await unlisten()
    },
  }
}

async function liveCredentials(
  { db }: Database,
  { followed, now }: { followed: readonly string[]; now: Date },
): Promise<Set<string>> {
  const idsOf = (kind: string): string[] =>
    followed.filter((each) => each.startsWith(kind)).map((each) => each.slice(kind.length))
  const [sessions, tokens] = [idsOf('session:'), idsOf('token:').map(Number)]
  const live = new Set<string>()
  if (sessions.length > 0) for (const id of await liveSessions(db, { ids: sessions, now })) live.add(`session:${id}`)
  if (tokens.length > 0) for (const id of await liveApiTokens(db, tokens)) live.add(`token:${id}`)
  return live
}
