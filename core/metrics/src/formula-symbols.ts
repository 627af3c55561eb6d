/** What a letter means in the formulas of the definitions. */
export interface FormulaSymbol {
  /** As in a formula: `V`, `θ`, `h*`, `rf`. Where it is a function or a series, an argument follows: `V(t)`, `Φ(…)`. */
  symbol: string
  /** One short phrase, lower case. */
  meaning: string
}

/**
 * Every letter that occurs in the formula of a definition, from the run to what is derived from it.
 *
 * ```ts
 * assert.equal(formulaSymbols.find(({ symbol }) => symbol === 'x')?.meaning, 'return of a session above the risk-free one')
 * ```
 */
export const formulaSymbols: readonly FormulaSymbol[] = [
  { symbol: 'V', meaning: 'value of the portfolio as an index, 1 at the first session' },
  { symbol: 't', meaning: 'number of a session, 0 for the first' },
  { symbol: 'n', meaning: 'number of returns, and of the last session' },
  { symbol: 'A', meaning: 'sessions a year: 252, or 365 where every market trades every day' },
  { symbol: 'r', meaning: 'return of a session, V(t)/V(t−1) − 1' },
  { symbol: 'rf', meaning: 'risk-free rate a year' },
  { symbol: 'x', meaning: 'return of a session above the risk-free one' },
  { symbol: 'b', meaning: 'return of the benchmark' },
  { symbol: 'm', meaning: 'mean of r' },
  { symbol: 's', meaning: 'standard deviation of r, of a sample (n − 1)' },
  { symbol: 'sd', meaning: 'standard deviation of a sample (n − 1)' },
  { symbol: 'var', meaning: 'variance of a sample (n − 1)' },
  { symbol: 'cov', meaning: 'covariance of a sample (n − 1)' },
  { symbol: 'S', meaning: 'skewness of the returns as they are, not of a sample' },
  { symbol: 'E', meaning: 'excess kurtosis of the returns as they are: 0 for a bell curve' },
  { symbol: 'G1', meaning: 'skewness, corrected for the size of the sample' },
  { symbol: 'G2', meaning: 'excess kurtosis, corrected for the size of the sample' },
  { symbol: 'w', meaning: 'worth of a position over V, negative for a short one' },
  { symbol: 'c', meaning: 'cash, on the scale of V' },
  { symbol: 'F', meaning: 'money that comes in at a session, negative when it leaves' },
  { symbol: 'i', meaning: 'the yearly rate that is looked for' },
  { symbol: 'θ', meaning: 'the return that counts neither as gain nor as loss' },
  { symbol: 'z', meaning: 'quantile of the standard normal distribution' },
  { symbol: 'z*', meaning: 'z, corrected for skewness and kurtosis' },
  { symbol: 'Φ', meaning: 'standard normal distribution function; Φ⁻¹ gives its quantiles' },
  { symbol: 'h', meaning: 'Sharpe ratio of one session, not of a year' },
  { symbol: 'h*', meaning: 'the h that chance alone would reach' },
  { symbol: 'k', meaning: 'kurtosis of the returns as they are: 3 for a bell curve' },
  { symbol: 'K', meaning: 'number of trials' },
  { symbol: 'γ', meaning: 'constant of Euler and Mascheroni' },
  { symbol: 'e', meaning: 'base of natural logarithms' },
]
