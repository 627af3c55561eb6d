import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleCatalog } from '../example-catalog.ts'
import { parse } from '../parser/parse.ts'
import { inWords } from './in-words.ts'
import { optionValueInWords } from './option-value-in-words.ts'

const words = (text: string) => inWords(parse(text).ast!, exampleCatalog)
/** What is said after the first sentence. */
const said = (options: string) => words(`KO-L-100% 2020-01-01 2023-01-01 ${options}`).split(/(?<=left alone\.) /)[1]
const rule = (value: string) =>
  /, brought back to these weights (.*)\.$/.exec(words(`KO-L-100% 2020 2021 rebalance=${value}`))?.[1]

describe('inWords', () => {
  test('names what is held and when', () => {
    const expected =
      'Hold 50% Apple Inc. (AAPL) and 50% Microsoft Corporation (MSFT) from 1 January 2020 to 1 January 2023, bought once and left alone.'
    assert.equal(words('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'), expected)
  })

  test('tells short from long, and cash', () => {
    const text = 'AAPL-L-1/3 TSLA-S-20% MSFT-L-* $CASH-L-10% 2020-02-29 2021'
    const expected =
      'Hold 1/3 Apple Inc. (AAPL), the rest in Microsoft Corporation (MSFT) and 10% cash, and short 20% Tesla, Inc. (TSLA) ' +
      'from 29 February 2020 to 31 December 2021, opened once and left alone.'
    assert.equal(words(text), expected)
    assert.match(words('AAPL-S-100% 2020 2021'), /^Short 100% Apple Inc\. \(AAPL\) from/)
    assert.match(words('KO-L-* MRK-L-* 2020 2021'), /^Hold an equal share of the rest in .* and an equal share of the rest in/)
  })

  test('leaves a symbol alone that the catalog does not know, or knows twice', () => {
    assert.match(words('NOPE-L-50% SHEL-L-50% 2020 2021'), /^Hold 50% NOPE and 50% SHEL from/)
    assert.match(words('XLON:SHEL-L-100% 2020 2021'), /^Hold 100% Shell plc \(XLON:SHEL\) from/)
    assert.match(inWords(parse('AAPL-L-100% 2020 2021').ast!), /^Hold 100% AAPL from/)
  })

  test('says when the weights are restored', () => {
    assert.equal(rule('monthly'), 'at the last session of each month')
    assert.equal(rule('annual@start'), 'at the first session of each year')
    assert.equal(rule('quarterly@22'), 'at the 22nd session of each quarter')
    assert.equal(rule('semiannual@111'), 'at the 111th session of each half-year')
    assert.equal(rule('weekly@fri'), 'each Friday')
    assert.equal(rule('daily'), 'every session')
    assert.equal(rule('every(21d)'), 'every 21 sessions')
    assert.equal(rule('band(5%)'), 'whenever a weight is more than 5 points off its target')
    assert.equal(rule('band(rel=25%)'), 'whenever a weight is off by more than 25% of its target')
    assert.equal(
      rule('monthly+band(5%,rel=25%)'),
      'whenever a weight is off by more than 5 points or 25% of its target, whichever is less, and at the last session of each month',
    )
  })

  test('has a sentence for every option', () => {
    assert.equal(
      said('cost=5bps+$1+$0.005/sh slip=2bps'),
      'Each trade costs 5 bps of its value, 1 USD per order, 0.005 USD per share and 2 bps of slippage.',
    )
    assert.equal(said('bench=^GSPC'), 'Compare with S&P 500 (^GSPC).')
    assert.equal(
      said('bench=(AAPL-L-60% MSFT-S-40%)'),
      'Compare with a basket that would hold 60% Apple Inc. (AAPL), and short 40% Microsoft Corporation (MSFT).',
    )
    assert.equal(said('capital=2500000.5'), 'Start with 2,500,000.5 USD.')
    assert.equal(said('rf=2%'), 'The risk-free rate is 2% a year.')
    assert.equal(said('rf=^GSPC'), 'The risk-free rate follows the yield of S&P 500 (^GSPC).')
    assert.equal(said('cash=rf-0.5%'), 'Cash earns the risk-free rate less 0.5%.')
    assert.equal(said('cash=rest'), 'What the weights leave stays in cash.')
    assert.equal(said('cash=rest,1%'), 'What the weights leave stays in cash, which earns 1% a year.')
    assert.equal(said('norm=on'), 'Weights are scaled to add up to 100%.')
    assert.equal(said('late=spread'), 'Spread the weight of a leg that lists later over the others, until it does.')
    assert.equal(said('late=cash'), 'Hold cash in place of a leg that lists later, until it does.')
    assert.equal(said('late=error'), 'Refuse to run when a leg lists later.')
    assert.equal(
      said('borrow=rf margin=rf+1%'),
      'Borrowing what is sold short costs the risk-free rate. Borrowed cash costs the risk-free rate plus 1%.',
    )
    assert.match(words('AAPL-L-80% MSFT-S-50% 2020 2021 gross=130%'), /Weights add up to 130% of the capital\.$/)
  })

  test('leaves the currency out where the legs do not tell', () => {
    assert.match(words('NOPE-L-100% 2020 2021 capital=5000'), /Start with 5,000\.$/)
    assert.match(words('XLON:SHEL-L-100% 2020 2021 capital=5000'), /Start with 5,000 GBP\.$/)
  })
})

describe('optionValueInWords', () => {
  test('says what a value does', () => {
    assert.equal(optionValueInWords('rebalance', 'weekly'), 'at the last session of each week')
    assert.equal(optionValueInWords('late', 'error'), 'Refuse to run when a leg lists later.')
    assert.equal(optionValueInWords('late', 'clip'), 'the default')
    assert.equal(optionValueInWords('cost', '5'), '')
  })
})
