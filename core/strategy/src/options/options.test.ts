import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from '../fault-lines.ts'
import { parse } from '../parser/parse.ts'
import { printOptions } from '../print-option.ts'

const command = 'A-L-100% 2020 2021'

function canonical(option: string): string {
  const { ast } = parse(`${command} ${option}`)
  return ast === null ? 'refused' : printOptions(ast.portfolios[0].options).join(' ')
}

describe('values of options', () => {
  for (const [written, expected] of [
    ['rebalance=never', ''],
    ['rebalance=never+monthly@end', 'rebalance=monthly'],
    [
      'rebalance=weekly@fri+weekly@mon+weekly@2+weekly@start+weekly',
      'rebalance=weekly+weekly@start+weekly@2+weekly@mon+weekly@fri',
    ],
    ['rebalance=quarterly+annual+every(20d)+daily+band(5%)', 'rebalance=annual+band(5%)+daily+every(20d)+quarterly'],
    ['rebalance=band(abs=5.0%)', 'rebalance=band(5%)'],
    ['rebalance=band(rel=25%,abs=5%)', 'rebalance=band(5%,rel=25%)'],
    ['rebalance=band(5%, 25%)', 'rebalance=band(5%,rel=25%)'],
    ['rebalance=band(,25%)', 'rebalance=band(rel=25%)'],
    ['cost=0', ''],
    ['cost=0bps+$0', ''],
    ['cost=0.05%', 'cost=5bps'],
    ['cost=$0.005/sh+$1+5bps+0.01%', 'cost=6bps+$1+$0.005/sh'],
    ['slip=0', ''],
    ['slip=0.02%', 'slip=2bps'],
    ['bench=none', ''],
    ['bench=spy', 'bench=SPY'],
    ['bench=XNYS:spy', 'bench=XNYS:SPY'],
    ['bench=( SPY-L-1/2 # half\n TLT-L-* )', 'bench=(SPY-L-50% TLT-L-*)'],
    ['capital=100000', ''],
    ['capital=0100.50', 'capital=100.5'],
    ['rf=0%', ''],
    ['rf=-0.50%', 'rf=-0.5%'],
    ['rf=^irx', 'rf=^IRX'],
    ['cash=0%', ''],
    ['cash=2%', 'cash=2%'],
    ['cash=rest', 'cash=rest'],
    ['cash=rest,0%', 'cash=rest'],
    ['cash=rest,rf-0.5%', 'cash=rest,rf-0.5%'],
    ['gross=100%', ''],
    ['norm=off', ''],
    ['norm=on gross=130%', 'gross=130% norm=on'],
    ['late=clip', ''],
    ['late=spread', 'late=spread'],
    ['borrow=rf', 'borrow=rf'],
    ['borrow=rf+0%', 'borrow=rf'],
    ['margin=rf+1.50%', 'margin=rf+1.5%'],
  ] as const) {
    test(written, () => assert.equal(canonical(written), expected))
  }
})

describe('faults of options', () => {
  for (const [written, ...expected] of [
    ['rebalance=montly', 'E142 montly: rebalance=monthly | remove rebalance=montly'],
    ['rebalance=Monthly', 'E142 Monthly: rebalance=monthly | remove rebalance=Monthly'],
    ['rebalance=yearly', 'E142 yearly: rebalance=annual | remove rebalance=yearly'],
    ['rebalance=daily@end', 'E142 daily@end: rebalance=daily | remove rebalance=daily@end'],
    ['rebalance=monthly@mon', 'E142 monthly@mon: rebalance=monthly | rebalance=monthly@start | remove rebalance=monthly@mon'],
    ['rebalance=monthly@0', 'E142 monthly@0: rebalance=monthly | rebalance=monthly@start | remove rebalance=monthly@0'],
    ['rebalance=band(5)', 'E143 5: rebalance=band(5%)'],
    ['rebalance=band(0.001%)', 'E144 0.001%: rebalance=band(0.01%)'],
    ['rebalance=band()', 'E142 band(): rebalance=band(5%) | remove rebalance=band()'],
    ['rebalance=band(5%,)', 'E142 band(5%,): rebalance=band(5%) | remove rebalance=band(5%,)'],
    ['rebalance=band(rel=)', 'E142 band(rel=): rebalance=band(rel=25%) | remove rebalance=band(rel=)'],
    ['rebalance=every()', 'E142 every(): rebalance=every(20d) | remove rebalance=every()'],
    ['rebalance=monthly+', 'E142 monthly+: rebalance=monthly | remove rebalance=monthly+'],
    ['rebalance=+monthly++daily', 'E142 +monthly++daily: rebalance=monthly+daily | remove rebalance=+monthly++daily'],
    ['rebalance=+', 'E142 +: remove rebalance=+'],
    ['cost=5bps+', 'E142 5bps+: cost=5bps | remove cost=5bps+'],
    ['rebalance=band(5%,abs=5%)', 'E142 5%,abs=5%: remove rebalance=band(5%,abs=5%)'],
    ['rebalance=every(20)', 'E143 20: rebalance=every(20d)'],
    ['rebalance=every(2521d)', 'E144 2521d: rebalance=every(2520d)'],
    ['cost=', 'E142 : remove cost='],
    ['cost=5', 'E143 5: cost=5bps | cost=5% | cost=$5 | cost=$5/sh'],
    ['cost=5bp', 'E142 5bp: cost=5bps | remove cost=5bp'],
    ['cost=5$+1bps', 'E142 5$: cost=$5+1bps | remove cost=5$+1bps'],
    ['cost=10.01%', 'E144 10.01%: cost=10%'],
    ['cost=600bps+5%', 'E144 600bps+5%: cost=10%'],
    ['slip=-1bps', 'E144 -1bps: slip=0%'],
    ['slip=2', 'E143 2: slip=2bps | slip=2%'],
    ['bench=SPY-L-100%', 'E142 SPY-L-100%: bench=SPY | bench=(SPY-L-100%) | remove bench=SPY-L-100%'],
    ['bench=(SPY-L-60%)', 'E120 60%: SPY-L-100% | add $CASH-L-40%'],
    ['bench=(SPY-L-50% SPY-L-50%)', 'E122 SPY-L-50%: SPY-L-100%'],
    ['bench=()', 'E112 ()'],
    ['capital=100,000', 'E142 100,000: capital=100000 | remove capital=100,000'],
    ['capital=$100k', 'E142 $100k: capital=100000 | remove capital=$100k'],
    ['capital=0.5', 'E144 0.5: capital=1'],
    ['rf=2', 'E143 2: rf=2%'],
    ['rf=0.02', 'E143 0.02: rf=2% | rf=0.02%'],
    ['rf=101%', 'E144 101%: rf=100%'],
    ['borrow=-10.1%', 'E144 -10.1%: borrow=-10%'],
    ['gross=100', 'E143 100: gross=100%'],
    ['norm=yes', 'E142 yes: norm=on | remove norm=yes'],
    ['norm=no', 'E142 no: norm=off | remove norm=no'],
    ['late=clip late=cash', 'E141 late=cash: remove late=cash'],
    ['rebalence=monthly', 'E140 rebalence: rebalance=monthly | remove rebalence=monthly'],
    ['REBALANCE=monthly', 'E140 REBALANCE: rebalance=monthly | remove REBALANCE=monthly'],
    ['benchmark=SPY', 'E140 benchmark: bench=SPY | remove benchmark=SPY'],
    ['benchmark=(SPY-L-100%)', 'E140 benchmark: bench=(SPY-L-100%) | remove benchmark=(SPY-L-100%)'],
    ['cash=rest norm=on', 'E124 norm=on: remove norm=on | remove cash=rest'],
    ['norm=on cash=rest,2%', 'E124 cash=rest,2%: remove norm=on | cash=2%'],
    ['mc=10x10y', 'E190 mc=10x10y: remove mc=10x10y'],
  ] as const) {
    test(written, () => assert.deepEqual(faultLines(`${command} ${written}`), expected))
  }
})
