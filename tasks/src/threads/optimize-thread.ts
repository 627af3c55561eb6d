// The module that threads for optimizations run; its exports are called by name.
import type { LoadedPrices } from '@portofino/market-data'
import { documentOutcome, type DocumentLimits, OptimizerInputError } from '@portofino/optimizer'
import {
  commandOptimization,
  commandOutcome,
  diagnosticDocument,
  type DiagnosticDocument,
  type OptimizationOrder,
} from '@portofino/simulator'
import type { Diagnostic, Program } from '@portofino/strategy'

/** A question in its JSON form. */
export interface ProblemWork {
  document: unknown
  limits: DocumentLimits
}

/** A question about a command whose prices are there. */
export interface CommandWork {
  program: Program
  prices: LoadedPrices
  notes: readonly Diagnostic[]
  order: OptimizationOrder
  /** Canonical. */
  command: string
  limits: DocumentLimits
}

/** What a thread made of it, ready to be sent. */
export type OptimizationAnswer =
  | { kind: 'answered'; text: string }
  /** The command does not go together with its prices. */
  | { kind: 'faulty'; diagnostics: DiagnosticDocument[] }
  | { kind: 'invalid'; message: string; fault: { code: string; field: string; index: number | null; asset: string | null } }

export function answerProblem({ document, limits }: ProblemWork): OptimizationAnswer {
  return checked(() => ({ kind: 'answered', text: JSON.stringify(documentOutcome(document, limits)) }))
}

export function answerCommand({ program, prices, notes, order, command, limits }: CommandWork): OptimizationAnswer {
  return checked(() => {
    const question = commandOptimization({ program, ...prices, notes }, order)
    if (question.kind === 'faulty') return { kind: 'faulty', diagnostics: question.diagnostics.map(diagnosticDocument) }
    return { kind: 'answered', text: JSON.stringify(commandOutcome(question, { command, limits })) }
  })
}

/** Errors lose their fields on the way out of a thread. */
function checked(answer: () => OptimizationAnswer): OptimizationAnswer {
  try {
    return answer()
  } catch (thrown) {
    if (!(thrown instanceof OptimizerInputError)) throw thrown
    const { code, field, index, asset, message } = thrown
    return { kind: 'invalid', message, fault: { code, field, index, asset } }
  }
}
