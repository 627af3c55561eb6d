import { after, describe, test } from 'node:test'
import { assertFault, csvFolders, entry, good, manifestOf, rows, sha256, withManifest, type FaultCase } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)

const cases: FaultCase[] = [
  [
    'listed events that are missing',
    withManifest({}, { files: [{ file: 'events.csv' }] }),
    'events.csv: the file is missing; add it or correct its name in manifest.json',
  ],
  [
    'an entry that is no object',
    { ...good, 'manifest.json': '{"symbols": ["ACME"]}' },
    'manifest.json: an entry of "symbols" is no object; write {"symbol": "ACME", ...}',
  ],
  [
    'a count of rows that is text',
    withManifest({ rows: '3' }),
    'manifest.json, line 5: "rows" of ACME is no whole number; write how many prices there are or leave it out',
  ],
  [
    'a market that is no text',
    withManifest({ market: 7, calendar: 'XNYS' }),
    'manifest.json, line 5: "market" of ACME is no text; write it in quotes or leave it out',
  ],
  [
    'a first day that is no date',
    withManifest({ first: '2020-1-2' }),
    'manifest.json, line 5: "first" of ACME is no date; write YYYY-MM-DD or leave it out',
  ],
  [
    'an entry of files without a name',
    withManifest({}, { files: [{ sha256: 'abc' }] }),
    'manifest.json: "files" must be a list of entries such as {"file": "ACME.csv", "sha256": "...", "bytes": 123}; correct it or leave it out',
  ],
  [
    'a symbol twice',
    { ...good, 'manifest.json': JSON.stringify({ symbols: [entry, entry] }) },
    'manifest.json, line 1: ACME is listed twice in one market; remove one entry',
  ],
  [
    'a name that is no name',
    withManifest({}, { name: '../x' }),
    'manifest.json: the name "../x" is not short and plain; write 1 to 64 of A-Z a-z 0-9 . _ -',
  ],
  [
    'an unknown currency',
    withManifest({ currency: 'XYZ' }),
    'manifest.json, line 5: the currency "XYZ" of ACME is unknown; write an ISO 4217 code such as "USD"',
  ],
  [
    'no currency',
    withManifest({ currency: undefined }),
    'manifest.json, line 5: ACME has no "currency"; write an ISO 4217 code such as "USD", or "GBp" for pence',
  ],
  [
    'a market still to fill in',
    withManifest({ market: 'FILL IN' }),
    'manifest.json, line 5: the market "FILL IN" of ACME is no market code; write an ISO 10383 code such as "XNYS"',
  ],
  [
    'neither market nor calendar',
    withManifest({ market: null }),
    'manifest.json, line 5: ACME has neither "market" nor "calendar"; write "market": "XNYS" or where it trades',
  ],
  [
    'an unknown calendar',
    withManifest({ calendar: 'XXXX' }),
    'manifest.json, line 5: the calendar "XXXX" of ACME is unknown; write XNYS, XNAS or everyday, or leave it out',
  ],
  [
    'an unknown kind',
    withManifest({ kind: 'close' }),
    'manifest.json, line 5: the kind "close" of ACME is unknown; write one of adjusted-close-total-return, price-index, yield-percent, raw-close, raw-close-with-adjusted-close, raw-ohlcv, raw-ohlcv-with-adjusted-close',
  ],
  [
    'a symbol that no command can name',
    withManifest({ symbol: 'a b' }),
    'manifest.json, line 5: the symbol "a b" cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end',
  ],
  ...['..', '/', '-', '=', '-A', 'A-'].map((symbol): FaultCase => [
    `the symbol ${symbol}, which no command can name`,
    withManifest({ symbol }),
    `manifest.json, line 5: the symbol "${symbol}" cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end`,
  ]),
  [
    'a symbol of many characters, one of which turns the line',
    withManifest({ symbol: `\u202E${'X'.repeat(100)}` }),
    `manifest.json, line 5: the symbol "\\u{202e}${'X'.repeat(32)}…" cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end`,
  ],
  [
    'a name with a line break',
    withManifest({ name: 'Acme\nplc' }),
    'manifest.json, line 5: "name" of ACME has invisible characters, "Acme\\u{a}plc"; write it without them',
  ],
  [
    'a name that turns the line',
    withManifest({ name: 'Acme \u202Eclp' }),
    'manifest.json, line 5: "name" of ACME has invisible characters, "Acme \\u{202e}clp"; write it without them',
  ],
  [
    'a name that is too long',
    withManifest({ name: 'x'.repeat(201) }),
    'manifest.json, line 5: "name" of ACME has 201 characters; write 200 at most',
  ],
  [
    'a currency that turns the line',
    withManifest({ currency: '\u202EDSU' }),
    'manifest.json, line 5: the currency "\\u{202e}DSU" of ACME is unknown; write an ISO 4217 code such as "USD"',
  ],
  [
    'a file whose name turns the line',
    withManifest({ file: '\u202Evsc.A' }),
    'manifest.json, line 5: the "file" of ACME has invisible characters in its name, "\\u{202e}vsc.A"; rename it',
  ],
  [
    'a symbol that is lists in lists',
    { ...good, 'manifest.json': `{"symbols": [{"symbol": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]}` },
    'manifest.json: the symbol a list cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end',
  ],
  [
    'a yield in pence',
    withManifest({ kind: 'yield-percent', currency: 'GBp' }),
    'manifest.json, line 5: the currency "GBp" of ACME is of prices, not of yields; write "GBP"',
  ],
  [
    'rows that disagree',
    withManifest({ rows: 4 }),
    'manifest.json, line 5: "rows" of ACME is 4, but ACME.csv has 3; correct the manifest or export the file again',
  ],
  [
    'a first day that disagrees',
    withManifest({ first: '2020-01-01' }),
    'manifest.json, line 5: "first" of ACME is 2020-01-01, but ACME.csv has 2020-01-02; correct the manifest or export the file again',
  ],
  [
    'a last day that disagrees',
    withManifest({ last: '2020-01-07' }),
    'manifest.json, line 5: "last" of ACME is 2020-01-07, but ACME.csv has 2020-01-06; correct the manifest or export the file again',
  ],
  [
    'a digest that disagrees',
    withManifest({}, { files: [{ file: 'ACME.csv', sha256: 'abc' }] }),
    `manifest.json, line 5: "sha256" of ACME.csv is abc, but the file has ${sha256(rows)}; correct the manifest or get the file again`,
  ],
  [
    'a length that disagrees',
    withManifest({}, { files: [{ file: 'ACME.csv', bytes: 7 }] }),
    `manifest.json, line 5: "bytes" of ACME.csv is 7, but the file has ${rows.length}; correct the manifest or get the file again`,
  ],
  [
    'a listed file that is missing',
    withManifest({}, { files: [{ file: 'more.csv' }] }),
    'more.csv: the file is missing; add it or correct its name in manifest.json',
  ],
  [
    'a manifest that is no JSON',
    { ...good, 'manifest.json': '{\n  "name": "mine",\n  "symbols": [}\n' },
    'manifest.json, line 3: this is not JSON; check quotes, commas and brackets here',
  ],
  [
    'a manifest that was cut',
    { ...good, 'manifest.json': manifestOf().slice(0, -10) },
    'manifest.json, line 11: this is not JSON; check quotes, commas and brackets here',
  ],
  [
    'a manifest that is a list',
    { ...good, 'manifest.json': '[]' },
    'manifest.json, line 1: the manifest must be a JSON object with a list "symbols"; write {"symbols": [...]}',
  ],
  [
    'a manifest without symbols',
    { ...good, 'manifest.json': '{}' },
    'manifest.json: there is no list "symbols"; add one with an entry for each symbol',
  ],
  ['an empty manifest', { ...good, 'manifest.json': '' }, 'manifest.json: the file is empty; export it again'],
  [
    'a path above the folder',
    withManifest({ file: '../ACME.csv' }),
    '../ACME.csv: the path leaves the folder; put the file itself into the folder and name it without ".." or a leading "/"',
  ],
  [
    'an absolute path',
    withManifest({ file: '/etc/passwd' }),
    '/etc/passwd: the path leaves the folder; put the file itself into the folder and name it without ".." or a leading "/"',
  ],
  [
    'an event of an unknown symbol',
    { ...good, 'events.csv': 'date,symbol,type,value\n2020-01-03,EMCA,split,2\n' },
    'events.csv, line 2: the symbol "EMCA" is not in the manifest; add it there or remove the line',
  ],
  [
    'an event that adjusted closes hold already',
    { ...good, 'events.csv': 'date,symbol,type,value\n2020-01-03,ACME,split,2\n' },
    'events.csv, line 2: ACME has adjusted closes, which hold every split already; remove the line or give raw closes',
  ],
]

describe('a fault of a manifest or of its events is one sentence with file, line and remedy:', () => {
  for (const [what, files, sentence] of cases) {
    test(what, async () => assertFault(await folders.make(files), sentence))
  }
})
