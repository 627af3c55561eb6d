import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { portofinoProcess } from './spawned-portofino.ts'

const universe = 'AAPL MSFT KO XOM 2015 2022'

/** What a person reads, without line breaks. */
async function read(words: string[], environment: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await portofinoProcess(words, { environment })
  assert.deepEqual([code, stderr], [0, ''])
  return stdout.replaceAll(/\s+/g, ' ')
}

async function refused(words: string[]): Promise<string> {
  const { code, stderr } = await portofinoProcess(words)
  assert.equal(code, 64)
  return stderr
}

describe('the page of an optimization', () => {
  test('tells what is traded, what that costs, and which figures leave it out', async () => {
    const costly = await read(['optimize', universe, '--objective', 'min-volatility', '--cost', '10bps'])
    assert.match(costly, /Traded from equal weights: \d+\.\d\d%, buys and sales together; that costs 0\.\d\d% a year\./)
    assert.match(costly, /Return and Sharpe ratio are before costs\./)
    const written = 'AAPL-L-50% KO-L-50% 2015 2022'
    const turned = await read(['optimize', written, '--objective', 'min-volatility', '--turnover', '20%'])
    assert.match(turned, /Traded from the weights as written: 20\.00%, buys and sales together\. /)
    assert.doesNotMatch(turned, /before costs/)
    assert.match(turned, /Written Risk/)
    const corners = await read(['frontier', universe, '--cost', '1%'])
    assert.match(corners, /a year\. Return and Sharpe ratio are before costs\. Return Cost Volatility/)
  })

  test('tells how far the weights closest to others are from them', async () => {
    const closest = await read(['optimize', universe, '--objective', 'min-tracking-error', '--min-return', '20%'])
    assert.match(closest, /Tracking error: 3\.21% a year, the volatility of what differs from equal weights\./)
    const written = 'AAPL-L-50% KO-L-50% 2015 2022'
    const itself = await read(['optimize', written, '--objective', 'min-tracking-error'])
    assert.match(itself, /Tracking error: 0\.00% a year, the volatility of what differs from the weights as written\./)
  })

  test('tells whose returns are the market\u2019s, and what equilibrium makes of one that lost', async () => {
    const asked = ['--objective', 'min-volatility', '--risk-free', '2%', '--returns']
    assert.match(
      await read(['optimize', universe, ...asked, 'capm']),
      /The market is all instruments alike; bench=\^GSPC in the command makes it an index\./,
    )
    const index = await read(['optimize', `${universe} bench=^GSPC`, ...asked, 'equilibrium'])
    assert.match(index, /The market is the benchmark of the command\. Its risk aversion is 2\.08\./)
    assert.doesNotMatch(index, /earned less/)
    const lost = await read(['optimize', 'XOM GE RRC 2014 2020', ...asked, 'equilibrium'])
    assert.match(lost, /The market is equal weights; .* Its risk aversion is \u22121\.09\./)
    assert.match(
      lost,
      /The market earned less than the risk-free rate over the period: its risk aversion is -1\.09, and equilibrium expects/,
    )
  })

  test('asks for the rate that a model starts from, by the option that gives it', async () => {
    const words = ['optimize', universe, '--objective', 'min-volatility', '--returns', 'capm']
    assert.match(await refused(words), /capm and equilibrium start from the yearly risk-free rate: add --risk-free 2%, or rf=2%/)
  })

  test('says that views imply weights beyond all limits, and refuses to sell short by a rule that only buys', async () => {
    const views = ['--objective', 'black-litterman', '--views', 'AAPL=12%', '--risk-free', '1%']
    assert.match(await read(['optimize', universe, ...views]), /What they imply keeps to no limit and to no side of a leg\./)
    const { code, stderr } = await portofinoProcess(['optimize', 'AAPL MSFT KO-S-* 2015 2022', '--objective', 'hrp'])
    assert.deepEqual([code, stderr.includes('KO on side S; write L, or take another objective')], [1, true])
  })

  test('names the prior of views', async () => {
    const words = ['optimize', universe, '--objective', 'black-litterman', '--views', 'AAPL=12%', '--risk-free', '1%']
    assert.match(
      await read(words),
      /The views change the returns estimated from the period, not those of a market in equilibrium/,
    )
    const market = await read([...words, '--returns', 'equilibrium'])
    assert.match(market, /The views change what a market of equal weights would expect\. .* may lie off the curve\./)
  })

  test('tells warnings in the percents that were written', async () => {
    const slack = await read(['optimize', universe, '--objective', 'efficient-risk', '--target-volatility', '50%'])
    assert.match(slack, /The best there is needs a volatility of 28\.15% only; the cap of 50% does not bind\./)
    const fallback = await read(['optimize', universe, '--risk-free', '40%', '--fallback'])
    assert.match(
      fallback,
      /No Sharpe ratio is highest at a risk-free rate of 40\.00%; these are the weights of least volatility\./,
    )
  })

  test('warns of fewer returns than a covariance needs', async () => {
    const words = ['optimize', 'AAPL MSFT KO XOM 2022-12-05 2022-12-08', '--objective', 'min-volatility']
    assert.match(await read(words), /Only 3 returns for 4 instruments: a sample covariance of so few shows no risk/)
    const { stdout } = await portofinoProcess([...words, '--json'])
    assert.equal(JSON.parse(stdout).estimates.warnings[0].code, 'few_returns')
    assert.doesNotMatch(await read([...words, '--risk', 'oas']), /Only/)
    assert.doesNotMatch(await read(['optimize', universe, '--objective', 'min-volatility']), /Only/)
  })

  test('its legend names what is drawn, and the axis has its title on narrow screens too', async () => {
    const whole = await read(['optimize', universe, '--risk-free', '2%'], { COLUMNS: '20' })
    assert.match(whole, /volatility a year/)
    assert.doesNotMatch(whole, /▲/)
    const all = await read(['optimize', universe, '--objective', 'max-utility', '--risk-aversion', '5', '--risk-free', '2%'])
    for (const sign of ['◆', '▲', '○', '●', '+']) assert.ok(all.includes(`${sign} `), sign)
  })
})

describe('limits of an optimization', () => {
  const faulty: [string, string[], RegExp][] = [
    ['an instrument twice', ['--max', 'AAPL=20%,aapl=30%'], /--max names AAPL twice; give it once/],
    ['the others twice', ['--min', '*=2%,*=3%'], /--min names \* twice/],
    ['two groups of one name', ['--groups', 'a=AAPL:..20%,a=KO:..20%'], /--groups names a twice; each group needs its own name/],
    ['a least weight above the greatest', ['--min', '50%', '--max', '20%'], /--min 50% of AAPL is above its --max of 20%/],
    ['money that is none', ['--value', '0'], /--value needs a number above 0, got "0"/],
    ['shares of no money', ['--shares', 'greedy'], /--shares goes with --value, such as --value 10000/],
    ['a size below zero', ['--gross=-50%'], /--gross needs a percentage of at least 0%, got "-50%"/],
    ['a trade below zero', ['--turnover=-5%'], /--turnover needs a percentage of at least 0%, got "-5%"/],
    ['a cost below zero', ['--cost=-5%'], /--cost needs a percentage of at least 0%, got "-5%"/],
    ['a penalty below zero', ['--l2=-1'], /--l2 needs a number of at least 0, got "-1"/],
    ['a group that leaves nothing', ['--groups', 'a=AAPL+KO:40%..20%'], /--groups a leaves nothing: 40% is above 20%/],
  ]
  for (const [what, words, says] of faulty) {
    test(`refuse ${what}`, async () => {
      assert.match(await refused(['optimize', universe, '--objective', 'min-volatility', ...words]), says)
    })
  }

  test('of the risk are told in percent', async () => {
    const parity = ['optimize', universe, '--objective', 'risk-parity', '--budgets']
    assert.match(await refused([...parity, '30%']), /--budgets needs shares that add up to 100%, got 120%/)
    assert.match(await refused([...parity, 'AAPL=50%,KO=50%']), /--budgets needs a share above 0% for MSFT; leave it out/)
    const views = ['optimize', universe, '--objective', 'black-litterman', '--views', 'AAPL=5%@120%']
    assert.match(await refused(views), /--views needs a confidence from 0% to 100%, got "120%"/)
  })

  test('are told in percent, with what would do', async () => {
    const least = ['optimize', 'AAPL KO 2015 2022', '--objective', 'min-volatility', '--max', '20%']
    const text = await read(least)
    assert.match(text, /budget = 100%; AAPL <= 20%; KO <= 20%\. Write --max 50% or more, or --budget 40%\./)
    const high = ['optimize', universe, '--objective', 'efficient-return', '--target-return', '60%']
    assert.match(await read(high), /reach 60%; what can be reached lies from 1\d\.\d\d?% to 2\d\.\d\d?%\./)
    const tracking = ['optimize', universe, '--objective', 'min-tracking-error', '--min-return', '60%']
    assert.match(await read(tracking), /--min-return >= 60%/)
  })
})
