import type { Database } from '@portofino/database'
import type { PasswordHashing } from '@portofino/passwords'
import type { Site } from '../http/site.ts'
import type { AuthConfig } from './auth-config.ts'
import type { Cookies } from './cookies.ts'
import type { InTurn } from './in-turn.ts'
import type { AuthLimits } from './limits.ts'
import type { SecurityLog } from './security-log.ts'
import type { SessionEndings } from './session-endings.ts'
import type { AccessTokens } from './tokens/access-token.ts'

/** What everything about accounts works with. */
export interface AuthContext {
  database: Database
  config: AuthConfig
  site: Site
  clock: () => Date
  hashing: PasswordHashing
  accessTokens: AccessTokens
  cookies: Cookies
  limits: AuthLimits
  /** Attempts on one account from one source. */
  attemptsInTurn: InTurn
  security: SecurityLog
  endings: SessionEndings
}
