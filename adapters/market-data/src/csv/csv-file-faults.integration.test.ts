import { after, describe, test } from 'node:test'
import { assertFault, csvFolders, manifestOf, rows, withManifest, withRows, type FaultCase } from './csv-scenario.ts'

const folders = await csvFolders()
after(folders.remove)

const cases: FaultCase[] = [
  [
    'a missing file',
    { 'manifest.json': manifestOf() },
    'ACME.csv: the file is missing; add it or correct its name in manifest.json',
  ],
  ['an empty file', withRows(''), 'ACME.csv: the file is empty; export it again'],
  ['a header alone', withRows('date,close\n'), 'ACME.csv, line 1: there is no row below the header; export the file again'],
  [
    'a row that was cut',
    withRows(rows.slice(0, -8)),
    'ACME.csv, line 4: the file ends in the middle of this line; export it again',
  ],
  [
    'a last number that may have been cut',
    withRows(rows.slice(0, -2)),
    'ACME.csv, line 4: the file ends without a line break, so its last number may be cut; export it again, or end the line if it is whole',
  ],
  [
    'a row with fewer columns',
    withRows(rows.replace(',11', '')),
    'ACME.csv, line 3: the line has 1 column, the header 2; add what is missing or remove the line',
  ],
  [
    'an empty line inside',
    withRows(rows.replace('2020-01-03', '\n2020-01-03')),
    'ACME.csv, line 3: the line is empty; remove it',
  ],
  [
    'Latin-1',
    withRows(Buffer.from(rows.replace('11', 'Zürich'), 'latin1')),
    'ACME.csv, line 3: the line is not UTF-8; save it as UTF-8',
  ],
  ['UTF-16 with a mark', withRows(Buffer.from(`\uFEFF${rows}`, 'utf16le')), 'ACME.csv: the file is UTF-16; save it as UTF-8'],
  [
    'UTF-16 without a mark',
    withRows(Buffer.from(rows, 'utf16le')),
    'ACME.csv, line 1: the line has a zero byte, as in UTF-16 or binary files; save it as UTF-8',
  ],
  [
    'semicolons',
    withRows(rows.replaceAll('.', ',').replaceAll(/,(?=close|\d+(?:,|\n))/g, ';')),
    'ACME.csv, line 1: the columns are separated by semicolons; separate them by commas and write decimals with a point',
  ],
  [
    'tabs',
    withRows(rows.replaceAll(',', '\t')),
    'ACME.csv, line 1: the columns are separated by tabs; separate them by commas and write decimals with a point',
  ],
  [
    'a decimal comma',
    withRows(rows.replace('10.5', '10,5')),
    'ACME.csv, line 2: the line has 3 columns, the header 2; write decimals with a point and no thousands separators, and put text that holds a comma in quotes',
  ],
  [
    'a quoted decimal comma',
    withRows(rows.replace('10.5', '"10,5"')),
    'ACME.csv, line 2: the close is "10,5" with a comma; write decimals with a point',
  ],
  [
    'a date twice',
    withRows(rows.replace('-03', '-02')),
    'ACME.csv, line 3: the date 2020-01-02 appears twice; remove one of the lines',
  ],
  [
    'dates in disorder',
    withRows(rows.replace('-03', '-01')),
    'ACME.csv, line 3: the date 2020-01-01 is older than the one before; sort the lines by date, oldest first',
  ],
  [
    'a date of another form',
    withRows(rows.replace('2020-01-03', '03/01/2020')),
    'ACME.csv, line 3: the date is "03/01/2020"; write YYYY-MM-DD',
  ],
  [
    'a date that the calendar lacks',
    withRows(rows.replace('2020-01-06', '2020-02-30')),
    'ACME.csv, line 4: the date is "2020-02-30"; write YYYY-MM-DD',
  ],
  [
    'text for a number',
    withRows(rows.replace('11', 'n/a')),
    'ACME.csv, line 3: the close is "n/a"; write a number such as 12.34',
  ],
  ['NaN', withRows(rows.replace('11', 'NaN')), 'ACME.csv, line 3: the close is "NaN"; write a number such as 12.34'],
  [
    'a number beyond all bounds',
    withRows(rows.replace('11', '1e999')),
    'ACME.csv, line 3: the close is 1e999, too large for a number; correct it',
  ],
  [
    'nothing for a number',
    withRows(rows.replace(',11', ',')),
    'ACME.csv, line 3: the close is missing; fill it in or remove the line',
  ],
  [
    'a price of zero',
    withRows(rows.replace(',11', ',0')),
    'ACME.csv, line 3: the close is 0; a price must be above zero, so correct it or remove the line',
  ],
  [
    'a negative price',
    withRows(rows.replace(',11', ',-11')),
    'ACME.csv, line 3: the close is -11; a price must be above zero, so correct it or remove the line',
  ],
  [
    'a price that vanishes when pence become pounds',
    { ...withManifest({ kind: 'price-index', currency: 'GBp' }), 'ACME.csv': 'date,close\n2020-01-02,4.9e-324\n2020-01-03,1\n' },
    'ACME.csv, line 2: the close is 4.9e-324; it must lie within 1e-15..1e15 in GBP, so correct it or remove the line',
  ],
  [
    'a price that no price was ever near',
    withRows(rows.replace('11', '1e300')),
    'ACME.csv, line 3: the close is 1e300; it must lie within 1e-15..1e15 in USD, so correct it or remove the line',
  ],
  [
    'a yield that is no yield',
    { ...withManifest({ kind: 'yield-percent' }), 'ACME.csv': rows.replace('11', '-100') },
    'ACME.csv, line 3: the close is -100; a yield is written in percent, within -50..1000, so correct it',
  ],
  [
    'splits whose product is beyond all bounds',
    {
      ...withManifest({ kind: 'raw-close' }),
      'events.csv': 'date,symbol,type,value\n2020-01-03,ACME,split,1e-14\n2020-01-06,ACME,split,1e-14\n',
    },
    'ACME.csv, line 2: with its splits and dividends the adjusted close of ACME becomes 1.0499999999999999e+29; it must lie within 1e-15..1e15, so correct them',
  ],
  [
    'a long cell that hides what it does to the line',
    withRows(rows.replace('11', `\u202E${'1'.repeat(100)}`)),
    `ACME.csv, line 3: the close is "\\u{202e}${'1'.repeat(32)}…"; write a number such as 12.34`,
  ],
  [
    'a wrong first column',
    withRows(rows.replace('date', 'Date')),
    'ACME.csv, line 1: the first column must be "date", got "Date"; rename or move it',
  ],
  [
    'an unknown column',
    withRows(rows.replaceAll(/,(.*)/g, ',$1,$1').replace('close,close', 'close,Close')),
    'ACME.csv, line 1: the column "Close" is unknown; list it as a symbol in manifest.json or remove it',
  ],
  [
    'a column twice',
    withRows('date,close,close\n2020-01-02,1,1\n'),
    'ACME.csv, line 1: the column "close" appears twice; remove one',
  ],
  [
    'a missing column',
    withRows('date,volume\n2020-01-02,1\n'),
    'ACME.csv, line 1: ACME needs the column close, or one named ACME; add it',
  ],
  [
    'missing raw columns',
    withManifest({ kind: 'raw-ohlcv' }),
    'ACME.csv, line 1: ACME needs the column open, high, low, volume, or one named ACME; add it',
  ],
  [
    'two kinds of closes',
    withRows('date,close,adjusted_close\n2020-01-02,1,1\n'),
    'ACME.csv, line 1: ACME has "close" and "adjusted_close"; remove one or set its kind to raw-close-with-adjusted-close',
  ],
  [
    'raw closes without events',
    withManifest({ kind: 'raw-close' }),
    'ACME.csv: nothing tells the splits and dividends of ACME; add events.csv, if there were none with its first line only: date,symbol,type,value',
  ],
]

describe('a fault of a CSV file is one sentence with file, line and remedy:', () => {
  for (const [what, files, sentence] of cases) {
    test(what, async () => assertFault(await folders.make(files), sentence))
  }
})
