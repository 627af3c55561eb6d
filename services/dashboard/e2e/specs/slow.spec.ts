import { exampleCommand } from '@portofino/contract'
import { expectResult, expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

test('a slow answer shows the frame of what comes', async ({ page, person }) => {
  const { taskId } = await person.simulated(exampleCommand)
  await page.goto('/about')
  await expectSettled(page)
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1500,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await page.goto(`/simulations/${taskId}`, { waitUntil: 'commit' })
  await expect(page.locator('[aria-busy="true"] .skel').first()).toBeVisible({ timeout: 15_000 })
  await expectResult(page)
})
