export type { ProblemOptions } from './problem.ts'
export { Problem } from './problem.ts'
