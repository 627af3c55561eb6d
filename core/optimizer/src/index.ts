export type { DenseCovariance } from './covariance.ts'
export { OptimizerInputError } from './input-error.ts'
export type { InputErrorCode, InputPlace } from './input-error.ts'
export type { Allocated } from './simple-allocations/allocated.ts'
export { equalWeight } from './simple-allocations/equal-weight.ts'
export type { InverseRiskOptions } from './simple-allocations/inverse-risk.ts'
export { inverseVariance } from './simple-allocations/inverse-variance.ts'
export { inverseVolatility } from './simple-allocations/inverse-volatility.ts'
export type { ZeroVariance } from './zero-variance.ts'
export type { RiskBudgeted, RiskBudgetingOptions, RiskBudgetingOutcome } from './risk-budgeting/risk-budgeting.ts'
export { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'
export type { Merge } from './clustering/agglomeration.ts'
export type { Linkage } from './clustering/linked-distance.ts'
export type { GapPolicy, ReturnTable } from './return-table.ts'
export type {
  HierarchicallyAllocated,
  HierarchicalRiskParityOptions,
  HierarchicalRiskParityOutcome,
} from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
export { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
