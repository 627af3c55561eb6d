import type { Credential } from './session-endings.ts'

export type Role = 'operator' | 'member'

/** Who asks, as every route sees it. */
export interface SignedInUser {
  id: number
  /** Null for guests. */
  email: string | null
  role: Role
  isGuest: boolean
  /** Null when an API token signed the user in. */
  sessionId: string | null
  /** `read` is for GET; sessions may do everything. */
  scope: 'read' | 'operate'
  credential: Credential
}
