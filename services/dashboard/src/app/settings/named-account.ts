import type { Account } from '../../api/queries.ts'

/** An account that is nobody's guest. */
export type NamedAccount = Account & { email: string }
