import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OptimizerInputError } from '../input-error.ts'
import { lackingForm } from '../trial/message-form.ts'
import { documentOutcome } from './document-outcome.ts'
import { good, questions, shares } from '../trial/questions.ts'

function deep(levels: number): unknown {
  let value: unknown[] = []
  for (let level = 1; level < levels; level++) value = [value]
  return value
}

/** What is wrong, the document, and the error: code, field, index and asset, message. */
const faults: readonly [string, unknown, string][] = [
  ['no object', [good], 'wrong_type at document, -, -: document must be an object, got [{"objective":"max_sharpe","params":{"r…'],
  [
    'no objective',
    { ...good, objective: undefined },
    'missing_field at objective, -, -: objective must be given: one of min_volatility, ',
  ],
  ['a label that is no text', { ...questions.min_volatility, assets: [{ toString: false }] }, 'wrong_type at assets, 0, -: '],
  ['an unknown objective', { ...good, objective: 'max_sharp' }, 'out_of_range at objective, -, -: objective must be one of '],
  ['an inherited objective', { ...good, objective: 'toString' }, 'out_of_range at objective, -, -: objective must be one of '],
  [
    'an unknown field',
    { ...good, expected_return: [] },
    'unknown_field at expected_return, -, -: expected_return must be left out or renamed; the fields here are id, objective, params, assets, ',
  ],
  [
    'a field of another objective',
    { ...questions.hrp, bounds: null },
    'unknown_field at bounds, -, -: bounds must be left out or renamed; the fields here are ',
  ],
  [
    'an unknown parameter',
    { ...good, params: { riskFree: 0 } },
    'unknown_field at params.riskFree, -, -: params.riskFree must be left out or renamed; the fields here are risk_free, fallback',
  ],
  ['a missing parameter', { ...good, params: {} }, 'missing_field at params.risk_free, -, -: params.risk_free must be given'],
  [
    'a number as text',
    { ...good, params: { risk_free: '2%' } },
    'wrong_type at params.risk_free, -, -: params.risk_free must be a number, got "2%"',
  ],
  ['an id that is none', { ...good, id: {} }, 'wrong_type at id, -, -: id must be a text or a number, got {}'],
  ['no covariance', { ...good, covariance: undefined }, 'missing_field at covariance, -, -: covariance must be given'],
  [
    'an empty universe',
    { ...good, assets: [], expected_returns: [], covariance: [] },
    'empty at covariance, -, -: covariance must have at least one asset, got none',
  ],
  [
    'a row of another length',
    { ...good, covariance: [[1], [1], [1]] },
    'shape at covariance, 0, AAA: covariance of AAA must have 3 numbers, one for each asset, got 1',
  ],
  [
    'a gap in the covariance',
    {
      ...good,
      covariance: [
        [1, 0, 0],
        [0, null, 0],
        [0, 0, 1],
      ],
    },
    'wrong_type at covariance[1][1], 4, BBB: covariance[1][1] of BBB must be a number, got null',
  ],
  [
    'an infinite covariance',
    {
      ...good,
      covariance: [
        [1, 0, 0],
        [0, 1, 0],
        [0, Infinity, 1],
      ],
    },
    'not_finite at covariance[2][1], 7, CCC: covariance[2][1] of CCC must be a finite number, got Infinity',
  ],
  [
    'an asymmetric covariance',
    {
      ...good,
      covariance: [
        [1, 0.1, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
    'not_symmetric at covariance, 3, BBB: covariance of BBB and AAA must be the same both ways, got 0 and 0.1',
  ],
  [
    'a return that is null',
    { ...good, expected_returns: [0.1, null, 0] },
    'wrong_type at expected_returns, 1, BBB: expected_returns of BBB must be a number, got null',
  ],
  [
    'too few returns',
    { ...good, expected_returns: [0.1] },
    'shape at expected_returns, -, -: expected_returns must have one number for each of the 3 assets, got 1',
  ],
  ['no returns', { ...good, expected_returns: undefined }, 'empty at expected_returns, -, -: '],
  [
    'a depth that no message can show',
    { ...good, id: deep(20_000) },
    `wrong_type at id, -, -: id must be a text or a number, got ${'['.repeat(39)}…`,
  ],
  ['an id beyond all numbers', { ...good, id: Infinity }, 'not_finite at id, -, -: id must be a finite number, got Infinity'],
  [
    'a budget whose variance overflows',
    { ...good, objective: 'min_volatility', params: {}, budget: 1e300, bounds: null },
    'not_finite at document, -, -: document must have an answer within double precision, got portfolio.volatility = Infinity;',
  ],
  [
    'a frontier that overflows',
    { ...good, objective: 'frontier', params: {}, budget: 1e300, bounds: null },
    'not_finite at document, -, -: document must have an answer within double precision, got corners[0].volatility = Infinity;',
  ],
  [
    'a rate whose ratio overflows',
    { ...good, params: { risk_free: -1e308 } },
    'not_finite at document, -, -: document must have an answer within double precision, got portfolio.sharpe = Infinity;',
  ],
  [
    'a penalty next to nothing',
    { ...good, l2: [0, 5e-324, 1] },
    'out_of_range at l2, 1, BBB: l2 of BBB must be 0 or at least 1e-290, got 5e-324',
  ],
  [
    'two groups of one name',
    { ...good, groups: ['a', 'b', 'a'].map((name) => ({ name, members: [0] })) },
    'duplicate_label at groups, 2, -: groups[2] must have a name of its own, got "a" as of groups[0]',
  ],
  [
    'two rows of one name',
    { ...good, rows: ['r', 'r'].map((name) => ({ name, coefficients: [1, 0, 0] })) },
    'duplicate_label at rows, 1, -: rows[1] must have a name of its own, got "r" as of rows[0]',
  ],
  [
    'a label twice',
    { ...good, assets: ['AAA', 'BBB', 'AAA'] },
    'duplicate_label at assets, 2, AAA: assets[2] must be a label of its own, got "AAA" as at 0',
  ],
  [
    'crossed bounds',
    { ...good, bounds: { lower: [0, 0.6, 0], upper: 0.5 } },
    'bounds_crossed at bounds, 1, BBB: bounds of BBB must leave room, got lower 0.6 above upper 0.5',
  ],
  ['bounds of another kind', { ...good, bounds: [0, 1] }, 'wrong_type at bounds, -, -: bounds must be an object, got [0,1]'],
  ['a budget of another kind', { ...good, budget: 'all' }, 'wrong_type at budget, -, -: budget must be an object, got "all"'],
  [
    'a member that is no asset',
    { ...good, groups: [{ name: 'g', members: ['AAA', 'XYZ'] }] },
    'unknown_label at groups[0].members, 1, XYZ: groups[0].members[1] must name assets by their labels, got "XYZ", which is none of them',
  ],
  [
    'a coefficient of no asset',
    { ...good, rows: [{ name: 'r', coefficients: { XYZ: 1 } }] },
    'unknown_label at rows[0].coefficients, -, XYZ: ',
  ],
  [
    'more values than indices',
    { ...good, rows: [{ name: 'r', coefficients: { indices: [0], values: [1, 2] } }] },
    'shape at rows[0].coefficients, -, -: rows[0].coefficients must have as many values as indices, got 2 and 1',
  ],
  [
    'an index of no asset',
    { ...good, rows: [{ name: 'r', coefficients: { indices: [0, 3], values: [1, 2] } }] },
    'unknown_label at rows[0].coefficients.indices, 1, 3: rows[0].coefficients.indices[1] must be the number of an asset, 0 to 2',
  ],
  [
    'something beside indices and values',
    { ...good, rows: [{ name: 'r', coefficients: { indices: [0], values: [1], AAA: 2 } }] },
    'unknown_field at rows[0].coefficients.AAA, -, -: ',
  ],
  [
    'a negative gross exposure',
    { ...good, gross_exposure: -1 },
    'out_of_range at gross_exposure, -, -: gross_exposure must be a finite number of at least 0, got -1',
  ],
  [
    'a risk aversion of zero',
    { ...questions.max_utility, params: { risk_aversion: 0 } },
    'out_of_range at params.risk_aversion, -, -: params.risk_aversion must be a finite number above 0, got 0',
  ],
  [
    'a sense of another objective',
    { ...questions.efficient_risk, params: { target_volatility: 1, sense: 'at_least' } },
    'out_of_range at params.sense, -, -: params.sense must be at_most or equal, got "at_least"',
  ],
  [
    'a view of no asset',
    { ...questions.black_litterman, params: { prior: [0, 0, 0], views: [{ assets: { XYZ: 1 }, value: 0 }] } },
    'unknown_label at params.views[0].assets, -, XYZ: params.views[0].assets must name known labels, got "XYZ"',
  ],
  [
    'a price of zero',
    { ...questions.discrete_allocation, params: { ...shares, prices: [1, 0, 1] } },
    'out_of_range at params.prices, 1, BBB: params.prices of BBB must be above 0, got 0',
  ],
  [
    'one label for two assets, of equal weights too',
    { objective: 'equal_weight', assets: ['AAA', 'AAA'] },
    'duplicate_label at assets, 1, AAA: assets[1] must be a label of its own, got "AAA" as at 0',
  ],
  [
    'a whole number of a kind of its own',
    { objective: 'min_volatility', covariance: [[10n]] },
    'wrong_type at covariance[0][0], 0, asset 0: covariance[0][0] of asset 0 must be a number, got 10',
  ],
  [
    'returns and a covariance',
    { ...questions.hrp, returns: [[0.1, 0, 0]] },
    'unknown_field at returns, -, -: returns must be left out where covariance is given',
  ],
  [
    'a gap without a policy',
    {
      objective: 'hrp',
      returns: [
        [0.1, 0],
        [0, null],
      ],
    },
    'missing_data at returns, 3, asset 1: returns of asset 1 must have no gap, got one in row 1; ',
  ],
]

describe('faults of a document', () => {
  for (const [what, document, expected] of faults) {
    test(`refuses ${what}`, () => {
      assert.throws(
        () => documentOutcome(document),
        (error: unknown) => {
          assert.ok(error instanceof OptimizerInputError)
          assert.equal(lackingForm(error), null)
          const { code, field, index, asset, message } = error
          const told = `${code} at ${field}, ${index ?? '-'}, ${asset ?? '-'}: ${message}`
          assert.equal(told.slice(0, expected.length), expected)
          return true
        },
      )
    })
  }
})
