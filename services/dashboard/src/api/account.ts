import type { apiTokenListSchema, createdApiTokenSchema, sessionSchema } from '@portofino/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { call, callJson, forgetSession } from './session.ts'

export type SessionEntry = z.infer<typeof sessionSchema>
export type ApiToken = z.infer<typeof apiTokenListSchema>[number]
export type CreatedApiToken = z.infer<typeof createdApiTokenSchema>

/** Where the account is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) => callJson<SessionEntry[]>('/auth/sessions', { signal }),
})

export const apiTokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: async ({ signal }) => callJson<ApiToken[]>('/auth/tokens', { signal }),
})

export async function endSession(id: string): Promise<void> {
  await call(`/auth/sessions/${id}`, { method: 'DELETE' })
}

/** Ends every session at once, this one too. */
export async function endAllSessions(): Promise<void> {
  await call('/auth/sessions', { method: 'DELETE' })
  forgetSession()
}

interface PasswordChange {
  current: string
  next: string
}

/** An account that never had a password gives none. */
export async function changePassword({ current, next }: PasswordChange): Promise<void> {
  const known = current === '' ? {} : { current_password: current }
  await callJson('/auth/password', { method: 'POST', body: { ...known, new_password: next } })
}

export async function createApiToken(token: Pick<ApiToken, 'name' | 'scope'>): Promise<CreatedApiToken> {
  return callJson<CreatedApiToken>('/auth/tokens', { method: 'POST', body: token })
}

export async function deleteApiToken(id: number): Promise<void> {
  await call(`/auth/tokens/${id}`, { method: 'DELETE' })
}

/** Where Google asks whether to link. */
export async function googleLinkLocation(): Promise<string> {
  return (await callJson<{ location: string }>('/auth/google/link', { method: 'POST', body: {} })).location
}

/** Everything that the server keeps about the account. */
export async function accountFile(): Promise<Blob> {
  return (await call('/auth/export')).blob()
}

export async function deleteAccount(password: string): Promise<void> {
  await call('/auth/account', { method: 'DELETE', body: password === '' ? {} : { password } })
  forgetSession()
}
