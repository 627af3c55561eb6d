import { z } from 'zod'
import { sealedBox } from '../tokens/sealed-box.ts'

/** A sign-in that is under way at the provider, kept by the browser that began it. */
const pendingSignInSchema = z.object({
  state: z.string().min(32),
  nonce: z.string().min(32),
  verifier: z.string().min(43),
  /** Who links an identity to their account; null for who signs in. */
  link: z.object({ userId: z.int(), sessionId: z.uuid() }).nullable(),
})

export type PendingSignIn = z.infer<typeof pendingSignInSchema>

export interface PendingSignIns {
  seal: (pending: PendingSignIn, now: Date) => Promise<string>
  /** Null unless it was sealed here in the last ten minutes and was not opened before. */
  take: (sealed: string, now: Date) => Promise<PendingSignIn | null>
}

export const pendingSeconds = 600

export function pendingSignIns(dataDirectory: string): PendingSignIns {
  const box = sealedBox({ dataDirectory, purpose: 'google', lifetimeSeconds: pendingSeconds })
  const taken = new Map<string, number>()
  return {
    seal: (pending, now) => box.seal({ pending }, now),
    async take(sealed, now) {
      const opened = pendingSignInSchema.safeParse((await box.open(sealed, now))?.['pending'])
      if (!opened.success) return null
      const { state } = opened.data
      for (const [old, moment] of taken) if (moment < now.getTime() - pendingSeconds * 1000) taken.delete(old)
      if (taken.has(state)) return null
      taken.set(state, now.getTime())
      return opened.data
    },
  }
}
