import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleRun } from './sample-run.fixture.ts'
import { holdingsSentence } from './sentences.ts'

test('holdings are told by the trades that followed, or by the weights where there were none', async () => {
  const alone = await sampleRun('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01')
  const said = holdingsSentence(alone, 0)
  assert.match(said, /^Left alone, Apple grew from 50\.0% to 53\.3%\. Apple added 35\.67 percentage points; total \+60\.77%\.$/)
  assert.equal(holdingsSentence(alone, undefined), said.replace(/^Left alone.*?%\. /, ''))
  assert.match(holdingsSentence(alone, 1), /^After the first purchase, 1 trade followed\. Apple added/)
  const short = await sampleRun('AAPL-L-10% BBY-S-90% 2010-01-01 2011-01-01')
  assert.match(holdingsSentence(short, undefined), /^Best Buy, sold short, (added|took) [\d.]+ percentage points( off)?; total /)
  const lost = await sampleRun('BBY-L-100% 2021-01-01 2023-01-01')
  assert.match(holdingsSentence(lost, undefined), /^Best Buy took [\d.]+ percentage points off; total −[\d.]+%\.$/)
  const ruined = await sampleRun('AMD-S-100% 2015-01-01 2020-01-01')
  assert.match(holdingsSentence(ruined, 12), /^The value fell to zero/)
})
