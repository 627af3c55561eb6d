import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parse } from './parser/parse.ts'
import { applyEdits } from './parser/working-fixes.ts'

const tickers = ['AAPL', 'MSFT', 'GOOG', 'BRK-B', 'XNAS:AAPL', 'BTC-USD', '0700.HK', '^GSPC', 'M&M.NS', 'T']
const others = [
  ...Array.from('\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0423\u0425\u0406\u0408\u0405\u0430\u0435\u043e'),
  ...Array.from('\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b1\u03bf'),
  ...Array.from('\u0411\u042f\u03a9\u00c4\u00e9\u0141\u4e2d\u3042\u05d0\u0660\u00b2\u24b6\ufffd?%\ud800'),
  ...Array.from('\uff21\uff37'),
  '\u{1f170}',
  'E\u0301',
]

/** A leg in one of the ways that people write it, with one character of its ticker in another script. */
const misspelled = fc.record({
  ticker: fc.constantFrom(...tickers),
  place: fc.nat(),
  other: fc.constantFrom(...others),
  form: fc.constantFrom('@-L-50%', '@-S-50%', '@ L 50%', '@-50%', '50% @', '@-L- 50%', '@-L-50 %', '@-L-50%-KO-L-20%', '@'),
  rest: fc.constantFrom('KO-L-50% 2020 2022', '2020 2022', 'KO-L-50% 2020-Q1 2021-Q2 cost=5 bps', 'KO-L-5O% last 5 years fee=3'),
})

/** The ticker with that character, which stands for the letter or digit that it is written in place of. */
function written(ticker: string, place: number, other: string): string {
  const places = Array.from(ticker.matchAll(/[A-Z0-9]/g), ({ index }) => index)
  const at = places[place % places.length]!
  return ticker.slice(0, at) + other + ticker.slice(at + 1)
}

function letters(ticker: string): string {
  return ticker.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** The tickers of all that looks like a leg, if they are tickers. */
function tickersIn(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => /^([A-Za-z0-9.^=&_:/-]+?)-[LS]-(?:[\d.]|\*)/.exec(word)?.[1] ?? [])
}

/** Whether letters were lost on the way: the first text is left when some of the second are struck out. */
function isRemnant(short: string, long: string): boolean {
  let found = 0
  for (const character of long) if (character === short.charAt(found)) found += 1
  return found === short.length && short.length < long.length
}

describe('fixes', () => {
  test('never leave a ticker that lost a letter', () => {
    fc.assert(
      fc.property(misspelled, ({ ticker, place, other, form, rest }) => {
        const typed = written(ticker, place, other)
        // What stands in the place of a side may be one: BRK-?-50% may have meant BRK-L-50%, and 50% BRK-\u0405 reads as BRK sold short.
        fc.pre(form !== '@-50%' || !ticker.includes('-'))
        fc.pre(form !== '50% @' || !typed.endsWith('-\u0405'))
        const text = `${form.replace('@', typed)} ${rest}`
        let left = 20
        check(text)

        function check(faulty: string): void {
          left -= 1
          if (left < 0) return
          for (const { title, edits } of parse(faulty).diagnostics.flatMap(({ fixes }) => fixes)) {
            const fixed = applyEdits(faulty, edits)
            for (const found of tickersIn(fixed)) assert.ok(!isRemnant(letters(found), letters(ticker)), `${title} of ${faulty}`)
            check(fixed)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('write the ticker that was seen, where every letter prints like a Latin one', () => {
    for (const [typed, meant] of [
      ['\u0410\u0410\u0420L', 'AAPL'],
      ['\u041c\u0405F\u0422', 'MSFT'],
      ['\u039a\u039f', 'KO'],
      ['\uff34\uff33\uff2d', 'TSM'],
      ['\u0425\u041e\u041c', 'XOM'],
    ] as const) {
      const text = `${typed}-L-100% 2020 2022`
      const [fault] = parse(text).diagnostics
      assert.deepEqual(
        fault!.fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]),
        [[`${meant}-L-100%`, `${meant}-L-100% 2020 2022`]],
      )
    }
  })

  test('are not offered where a letter has no Latin look', () => {
    for (const typed of ['\u0410\u0411PL', 'A\u00c4PL', 'AA?L', 'A\ufffdPL', 'AAPE\u0301', 'AAP\u00b2']) {
      const { diagnostics } = parse(`${typed}-L-100% 2020 2022`)
      assert.deepEqual(
        diagnostics.map(({ code, fixes, help }) => [code, fixes, help]),
        [['E102', [], 'a ticker has Latin letters, digits and . - ^ = & _ / only']],
      )
    }
  })

  test('drop signs and what cannot be seen', () => {
    for (const typed of ['AA\u20acPL', 'AAPL\u2122', '@AAPL', 'AA\u200bPL', "'AAPL'"]) {
      const text = `${typed}-L-100% 2020 2022`
      const [fix] = parse(text).diagnostics[0]!.fixes
      assert.equal(applyEdits(text, fix!.edits), 'AAPL-L-100% 2020 2022')
    }
  })
})
