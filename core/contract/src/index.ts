export {
  accountDeletionSchema,
  accountSchema,
  apiTokenListSchema,
  authOptionsSchema,
  createdApiTokenSchema,
  exportSchema,
  googleLinkSchema,
  guestSchema,
  loginFormFields,
  loginSchema,
  logoutSchema,
  messageSchema,
  newApiTokenSchema,
  passwordChangeSchema,
  refreshSchema,
  registeredSchema,
  registrationSchema,
  sessionListSchema,
  sessionSchema,
  tokenPairSchema,
  wsTicketSchema,
} from './accounts.ts'
export { apiPathPattern, apiPrefixes, isApiPath } from './api-prefixes.ts'
export { diagnosticSchema } from './diagnostic.ts'
export type { Health } from './health.ts'
export { healthSchema } from './health.ts'
export type { ProblemDocument } from './problem.ts'
export { problemSchema } from './problem.ts'
export type { ProblemCode, ProblemKind } from './problem-code.ts'
export { problemKinds } from './problem-code.ts'
export { exampleResult } from './example-result.ts'
export { checkBody, checkedSchema } from './check.ts'
export type { DomainEvent, EventType } from './event.ts'
export { eventSchema, eventTypes } from './event.ts'
export type { HistoryItem } from './history.ts'
export { exampleHistoryItem, historyItemSchema, historyPageSchema, historyPatch, historyQuery, historySorts } from './history.ts'
export { frontierOutcomeSchema, outcomeSchema } from './optimization-outcome.ts'
export { frontierBody, optimizationLimits, optimizeBody } from './optimize.ts'
export type { DefinitionDocument } from './reference.ts'
export { assetsQuery, assetsSchema, definitionDocument, definitionsSchema } from './reference.ts'
export { reportBody, reportSchema, workbookType } from './report.ts'
export { historyEntrySchema, resultSchema } from './result.ts'
export { seriesQuery, seriesSchema } from './series.ts'
export { exampleCommand, idempotencyHeader, simulateAccepted, simulateBody, taskAccepted } from './simulate.ts'
export { numberReference, simulationIdParameter, simulationReference, taskIdParameter, uuidReference } from './simulation-id.ts'
export type { TaskMessage } from './task.ts'
export { afterQuery, heartbeatSchema, taskMessageSchema, taskSchema, taskStatusSchema } from './task.ts'
export type { TaskStatus } from './task-protocol.ts'
export { closeCodes, finalStatuses, socketProtocol, taskStatuses } from './task-protocol.ts'
export { storableText } from './text.ts'
export { tradesPageSchema, tradesQuery } from './trades.ts'
export type { TaskErrorCode } from './task-error-code.ts'
export { taskErrorCodes } from './task-error-code.ts'
