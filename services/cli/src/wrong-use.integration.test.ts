import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, portofinoProcess } from './spawned-portofino.ts'

/** Words, and what standard error says first. */
const wrong: [string[], string][] = [
  [[], 'portofino: no command given'],
  [['simlate'], 'portofino: unknown command simlate; did you mean simulate?'],
  [['--hlep'], 'portofino: unknown option --hlep; did you mean --help?'],
  [[example], `portofino: "${example}" is not a command; did you mean portofino simulate "${example}"?`],
  [
    ['AAPL-L-100%', '2020', '2022'],
    'portofino: "AAPL-L-100%" is not a command; did you mean portofino simulate "AAPL-L-100% 2020 2022"?',
  ],
  [['options', 'rebalnce'], 'portofino options: there is no option "rebalnce"; did you mean rebalance?'],
  [['\x1b[2J\x07'], 'portofino: unknown command \uFFFD[2J\uFFFD'],
  [['simulate', example, '--csv', '-'], 'portofino simulate: --csv names a file; --json --series prints the series'],
  [['simulate'], 'portofino simulate: no command given; write it in quotes after the name, or use --file'],
  [['simulate', example, '--jsno'], 'portofino simulate: unknown option --jsno; did you mean --json?'],
  [['simulate', example, '--series'], 'portofino simulate: --series adds to the document of --json; give both'],
  [['simulate', example, '--file', 'x'], 'portofino simulate: a command and --file exclude each other; give one of them'],
  [['simulate', '--file', 'nowhere.txt'], 'portofino simulate: cannot read nowhere.txt: there is no such file or folder'],
  [['simulate', '--file', '/'], 'portofino simulate: cannot read /: it is a folder; name a file'],
  [
    ['simulate', example, '--csv', '/nowhere/x.csv'],
    'portofino simulate: cannot write /nowhere/x.csv: there is no such file or folder',
  ],
  [
    ['simulate', example, '--dialect', 'legcay'],
    'portofino simulate: --dialect must be default or legacy, got "legcay"; did you mean legacy?',
  ],
  [['optimize'], 'portofino optimize: no instruments given; write them and a period in quotes, or use --problem'],
  [
    ['optimize', 'AAPL KO 2015 2022'],
    'portofino optimize: a Sharpe ratio needs the yearly risk-free rate: add --risk-free 2%, or rf=2% to the command',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--risk-free', '2'],
    'portofino optimize: --risk-free needs a percentage such as 2%, got "2"',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--objective', 'efficient-risk'],
    'portofino optimize: --objective efficient-risk needs --target-volatility',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--objective', 'hrp', '--max', '20%'],
    'portofino optimize: --max is no limit that hrp can keep; it is a rule, not an optimum',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--tau', '0.1', '--risk-free', '1%'],
    'portofino optimize: --tau goes with --objective black-litterman, not with max-sharpe',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--max', 'IBM=20%', '--risk-free', '1%'],
    'portofino optimize: --max names IBM, which is none of AAPL, KO',
  ],
  [
    ['optimize', 'AAPL KO 2015 2022', '--groups', 'tech', '--risk-free', '1%'],
    'portofino optimize: --groups needs parts such as tech=AAPL+MSFT:10%..40%, got "tech"',
  ],
  [['optimize', 'AAPL KO 2015 2022', '--returns', 'ewma'], 'portofino optimize: the ewma models need --span, such as --span 60'],
  [['optimize', '--problem', 'nowhere.json'], 'portofino optimize: cannot read nowhere.json: there is no such file or folder'],
  [
    ['optimize', 'AAPL KO 2015 2022', '--problem', '-'],
    'portofino optimize: instruments and --problem exclude each other; give one of them',
  ],
  [
    ['frontier', 'AAPL KO 2015 2022', '--json', '--csv', '-'],
    'portofino frontier: --json and --csv exclude each other; give one of them',
  ],
  [['metrics', 'sharp'], 'portofino metrics: there is no measure "sharp"; did you mean sharpe?'],
  [['import'], 'portofino import: no folder given; name the one with manifest.json and the CSV files'],
]

describe('wrong use ends with 64 and says what, where and how', () => {
  for (const [words, message] of wrong) {
    test(words.join(' ') || '(nothing)', async () => {
      const { code, stdout, stderr } = await portofinoProcess(words)
      const [first, second] = stderr.split('\n')
      assert.deepEqual([code, stdout, first], [64, '', message])
      assert.match(second ?? '', /^See portofino.* --help\.$/)
    })
  }

  test('started by npm, the help that is named is the one that npm runs', async () => {
    const { stderr } = await portofinoProcess(['metrics', 'sharp'], { environment: { npm_lifecycle_event: 'portofino' } })
    assert.match(stderr, /\nSee npm run portofino -- metrics --help\.\n$/)
  })

  test('an unknown symbol asks whether a near one was meant', async () => {
    for (const [query, meant] of [
      ['aple', 'AAPL'],
      ['mircosoft', 'MSFT'],
    ] as const) {
      const { stdout } = await portofinoProcess(['symbols', query])
      assert.match(stdout, new RegExp(`has nothing like "${query}"; did you mean ${meant} \\(`))
    }
    assert.match((await portofinoProcess(['symbols', 'zzzzzz'])).stdout, /has nothing like "zzzzzz"\. Another source/)
  })

  test('an unknown source lists the known ones', async () => {
    const { code, stderr } = await portofinoProcess(['simulate', example, '--data', 'yaho'])
    assert.equal(code, 64)
    assert.match(stderr, /^portofino simulate: --data must be one of sample, .*, got "yaho"; did you mean yahoo\?\n/)
  })

  test('an environment that makes no sense', async () => {
    const { code, stderr } = await portofinoProcess(['--version'], { environment: { PORTOFINO_DATA_DIR: '' } })
    assert.deepEqual(
      [code, stderr],
      [64, 'portofino: Cannot read the environment: PORTOFINO_DATA_DIR must name a folder, got an empty text\n'],
    )
  })
})
