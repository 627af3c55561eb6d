import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface PortfolioAllocation {
  maximumSharpeRatioWeights: (
    ...question: [mean: number[], covariance: number[][], riskFree: number, options: object]
  ) => number[]
}

const { n, data, mean, riskFree } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as {
  n: number
  data: number[]
  mean: number[]
  riskFree: number
}
const { maximumSharpeRatioWeights } = createRequire(import.meta.url)('portfolio-allocation') as PortfolioAllocation
const matrix = (size: number): number[][] => Array.from({ length: size }, (_, i) => data.slice(i * n, i * n + size))
const options = { optimizationMethod: 'critical-line' }
// Twenty of the assets first, which compiles what it can.
maximumSharpeRatioWeights(mean.slice(0, 20), matrix(20), riskFree, options)
const whole = matrix(n)
const start = performance.now()
const weights = maximumSharpeRatioWeights(mean, whole, riskFree, options)
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, weights }))
