export { accountExport } from './account-export.ts'
export type { LockRequest } from './advisory-lock.ts'
export { whileLocked } from './advisory-lock.ts'
export type { NewApiToken } from './api-tokens.ts'
export { deleteApiToken, insertApiToken, listApiTokens, liveApiTokens, useApiToken } from './api-tokens.ts'
export type { BackupSummary } from './backup/backup.ts'
export { backup } from './backup/backup.ts'
export { connectedPrograms } from './backup/connected-programs.ts'
export type { RestoreOptions, RestoreSummary } from './backup/restore.ts'
export { checkBackup, restore } from './backup/restore.ts'
export type { KeptThings } from './backup/stored-tables.ts'
export type { BreakableProxy } from './breakable-proxy.ts'
export { breakableProxy } from './breakable-proxy.ts'
export type { Asset, AssetPrices, DescribedAsset } from './assets.ts'
export { describeAssets, findAsset, forgetOtherAssets, listAssets, searchAssets, setCurrentPrices, usedAssets } from './assets.ts'
export type { DatabaseErrorCode } from './database-error.ts'
export { DatabaseError } from './database-error.ts'
export type { Database, DatabaseOptions, PoolFigures } from './database.ts'
export { openDatabase } from './database.ts'
export type { GoogleIdentity } from './google-identities.ts'
export { findUserByIdentity, isGoogleLinked, linkIdentity } from './google-identities.ts'
export type { GroupWork } from './grouped.ts'
export { grouped } from './grouped.ts'
export type { IdempotencyKey, NewIdempotencyKey } from './idempotency-keys.ts'
export { findIdempotentSimulations, insertIdempotencyKeys, removeIdempotencyKeys } from './idempotency-keys.ts'
export type { Attempt, AttemptLimits } from './login-failures.ts'
export { attemptBlockedUntil, deleteOldFailures, forgetFailures, reserveAttempt, returnAttempt } from './login-failures.ts'
export type { NewEvent } from './outbox.ts'
export { markPublished, newToConsumer, outboxLag, publishEvents, removePublished, takeUnpublished } from './outbox.ts'
export { patiently } from './patiently.ts'
export type { AssetName } from './price-versions.ts'
export { findPriceBytes, keepPriceVersion, removePriceVersions } from './price-versions.ts'
export type { Exchange, NewRefreshToken, Replacement } from './refresh-tokens.ts'
export {
  consumeRefreshToken,
  deleteExpiredRefreshTokens,
  findRefreshToken,
  insertRefreshToken,
  replaceSuccessor,
} from './refresh-tokens.ts'
export type { FinishedReport } from './reports.ts'
export { findReport, findReportFile, finishReport, insertReport, removeExpiredReportFiles, startReport } from './reports.ts'
export type { EndedSessions, NewSession, SignInPlace } from './sessions.ts'
export {
  deleteForgottenSessions,
  endSessions,
  findSignedIn,
  insertSession,
  knownSource,
  listSessions,
  liveSessions,
  sessionEndedChannel,
} from './sessions.ts'
export type { HistoryChange, HistoryFilter, HistoryPage, HistorySort } from './simulation-history.ts'
export { changeSimulation, deleteSimulation, listSimulations, purgeSimulations, restoreSimulation } from './simulation-history.ts'
export type { NewResult, SeriesSlice } from './simulation-results.ts'
export {
  findPortfolioValue,
  findResult,
  findSeries,
  findSeriesSlices,
  findStoredFigures,
  insertResults,
  removeUnusedResults,
} from './simulation-results.ts'
export type { FinishedSimulation, NewSimulation, SimulationId } from './simulations.ts'
export {
  countWaitingBefore,
  countWaitingTasks,
  findCommands,
  findSimulation,
  findSimulationTask,
  finishSimulations,
  insertSimulations,
  startSimulations,
} from './simulations.ts'
export type { SimulationFigures, Tables, TaskMessageBody, TaskStatus } from './tables.ts'
export type { ChangedTask, NewChange, RecordedTask, TaskChange, TaskTable } from './task-changes.ts'
export type { LastEvent, TaskEvent } from './task-events.ts'
export { appendProgress, findLastTaskEvent, latestTaskEvents, listTaskEvents, removeTaskEvents } from './task-events.ts'
export type { TaskRow } from './task-status.ts'
export { setTaskCanceled, setTaskFailed, setTaskQueued } from './task-status.ts'
export type { TemporaryDatabaseOptions } from './temporary-database.ts'
export { temporaryDatabase } from './temporary-database.ts'
export { countTickers, popularTickers } from './ticker-usage.ts'
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
