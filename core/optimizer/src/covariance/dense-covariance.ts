/** Annual covariance as a full symmetric matrix, row-major; shape [n × n], in squared fractions (0.04 = 20 % volatility). */
export interface DenseCovariance {
  kind: 'dense'
  n: number
  data: Float64Array
}
