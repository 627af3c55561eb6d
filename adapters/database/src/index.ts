export type { NewApiToken } from './api-tokens.ts'
export { deleteApiToken, insertApiToken, listApiTokens, liveApiTokens, useApiToken } from './api-tokens.ts'
export type { DatabaseErrorCode } from './database-error.ts'
export { DatabaseError } from './database-error.ts'
export type { Database, DatabaseOptions, PoolFigures } from './database.ts'
export { openDatabase } from './database.ts'
export type { GoogleIdentity } from './google-identities.ts'
export { findUserByIdentity, isGoogleLinked, linkIdentity } from './google-identities.ts'
export type { Attempt, AttemptLimits } from './login-failures.ts'
export { attemptBlockedUntil, deleteOldFailures, forgetFailures, reserveAttempt, returnAttempt } from './login-failures.ts'
export type { Exchange, NewRefreshToken, Replacement } from './refresh-tokens.ts'
export {
  consumeRefreshToken,
  deleteExpiredRefreshTokens,
  findRefreshToken,
  insertRefreshToken,
  replaceSuccessor,
} from './refresh-tokens.ts'
export type { EndedSessions, NewSession, SignInPlace } from './sessions.ts'
export {
  announceEndings,
  deleteForgottenSessions,
  endSessions,
  findSignedIn,
  insertSession,
  knownSource,
  listSessions,
  liveSessions,
  sessionEndedChannel,
} from './sessions.ts'
export type { Tables } from './tables.ts'
export { temporaryDatabase } from './temporary-database.ts'
export type { NewAccount } from './users.ts'
export {
  createAccount,
  createGuest,
  deleteExpiredGuests,
  deleteUser,
  emailKey,
  findUser,
  findUserByEmail,
  hasAccounts,
  setPasswordHash,
  setRole,
} from './users.ts'
export type { NewWsTicket } from './ws-tickets.ts'
export { deleteExpiredWsTickets, insertWsTicket, takeWsTicket } from './ws-tickets.ts'
