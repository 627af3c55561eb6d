import type { Page } from '@playwright/test'
import { everyAddress } from '../page/addresses.ts'
import { expectSettled, screenText } from '../page/read-screen.ts'
import { comparedCommands } from '../figures/commands.ts'
import { expect, test } from '../test.ts'

/** What no screen says, whatever it shows. */
const slips: Readonly<Record<string, RegExp>> = {
  'no number': /\bNaN\b|\bInfinity\b/,
  'no value': /\bundefined\b(?! when)|\bnull\b(?! and void)/,
  'no text': /\[object/,
  'a negative zero': /[−-]0(?:\.0+)?%|[−-]0\.0+\b(?!\d)/,
  'a raw moment': /\d{4}-\d\d-\d\dT\d\d:\d\d/,
  'an unformatted fraction': /\d\.\d{7,}/,
  'a hyphen for a minus': /(?:^|\s)-\d+\.\d\d%/,
}

async function expectSoundText(page: Page): Promise<void> {
  await expectSettled(page)
  const text = await screenText(page)
  for (const [slip, pattern] of Object.entries(slips)) {
    const at = pattern.exec(text)
    expect(at && `${slip} at ${page.url()}: …${text.slice(Math.max(0, at.index - 40), at.index + 40)}…`).toBeNull()
  }
}

test('no page says what only programs say', async ({ page, person }) => {
  for (const address of [...(await everyAddress(person)), '/no-such-page', '/simulations?q=nothing+like+it']) {
    await page.goto(address)
    await expectSoundText(page)
  }
})

for (const command of comparedCommands.slice(2)) {
  test(`no run says what only programs say: ${command}`, async ({ page, person }) => {
    const { taskId } = await person.simulated(command)
    await page.goto(`/simulations/${taskId}`)
    await expectSoundText(page)
  })
}
