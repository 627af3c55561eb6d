/** A problem of three assets, as it is sent. */
export const smallProblem = {
  objective: 'max_sharpe',
  params: { risk_free: 0.02 },
  assets: ['AAA', 'BBB', 'CCC'],
  expected_returns: [0.1, 0.07, 0.04],
  covariance: [
    [0.09, 0.01, 0],
    [0.01, 0.04, 0.002],
    [0, 0.002, 0.01],
  ],
}
