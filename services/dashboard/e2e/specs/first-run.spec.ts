import type { Page } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, visitorTest } from '../test.ts'

/** What the page asks the server for, in its order, without files of the build. */
function calls(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.resourceType() === 'fetch') paths.push(pathname)
  })
  return paths
}

visitorTest('the first run of a visitor waits for no call but the one that makes the guest', async ({ page }) => {
  const options = page.waitForResponse('**/auth/options')
  await page.goto('/')
  await options
  const asked = calls(page)
  await simulateScreen(page).run.click()
  await expectResult(page)
  expect(asked.slice(0, 2)).toEqual(['/auth/guest', '/simulate'])
})

visitorTest('a run that was started here is heard before anything is told of it', async ({ page }) => {
  await page.goto('/')
  const isHeard = page.waitForRequest('**/auth/ws-ticket')
  await page.route(/\/history\/[\da-f-]{36}$/, async (route) => {
    await isHeard
    await route.continue()
  })
  await simulateScreen(page).run.click()
  await expectResult(page)
})

visitorTest('the code of the page of a run comes when somebody is there, not before', async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(request.url()))
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(files.filter((file) => file.includes('/run-screen'))).toEqual([])
  const code = page.waitForResponse(/\/assets\/run-screen-[^/]+\.js$/)
  await page.mouse.move(300, 300)
  expect((await code).ok()).toBe(true)
})
