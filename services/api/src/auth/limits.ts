import { Problem } from '../problem.ts'
import { rateLimit } from './rate-limit.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RequestSource } from './request-source.ts'
import type { AuthConfig } from './auth-config.ts'

export interface AuthLimits {
  /** Of one network; this machine itself is exempt. */
  signIns: RateLimit
  registrations: RateLimit
  /** Of one user. */
  refreshes: RateLimit
  tickets: RateLimit
}

export function authLimits({ limits }: Pick<AuthConfig, 'limits'>): AuthLimits {
  const perUser = { count: limits.callsPerMinute, windowMs: 60_000 }
  return {
    signIns: rateLimit({ count: limits.loginsPerMinute, windowMs: 60_000 }),
    registrations: rateLimit({ count: limits.registrationsPerHour, windowMs: 3_600_000 }),
    refreshes: rateLimit(perUser),
    tickets: rateLimit(perUser),
  }
}

export function limitNetwork(limit: RateLimit, source: RequestSource, now: Date): void {
  if (!source.isLoopback) limitKey(limit, source.network, now)
}

export function limitKey(limit: RateLimit, key: string, now: Date): void {
  const seconds = limit(key, now)
  if (seconds > 0) throw tooManyRequests(seconds)
}

export function tooManyRequests(seconds: number): Problem {
  const wait = Math.max(1, Math.ceil(seconds))
  return new Problem('too_many_requests', { detail: `Too many attempts; try again in ${wait} s.`, retryAfter: wait })
}
