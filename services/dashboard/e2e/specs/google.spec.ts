import { randomUUID } from 'node:crypto'
import { quietPages } from '../page/quiet-pages.ts'
import { googleOrigin, posedGoogle } from '../server/posed-google.ts'
import { startedServer } from '../server/started-server.ts'
import { expect, visitorTest } from '../test.ts'

visitorTest('Google signs in and can be turned back from', async ({ browser }) => {
  await using google = await posedGoogle()
  await using server = await startedServer(google.settings)
  await using context = await browser.newContext({
    baseURL: server.url,
    proxy: { server: google.proxy, bypass: 'localhost' },
    ignoreHTTPSErrors: true,
  })
  const quiet = quietPages(context, server.url)
  quiet.allowOrigins(googleOrigin)
  const page = await context.newPage()
  const start = async (): Promise<void> => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Continue with Google' }).click()
  }

  google.says(null)
  await start()
  await expect(page.getByRole('main')).toContainText('You came back from Google without signing in.')

  google.says({ subject: randomUUID(), email: 'ann@example.com' })
  await start()
  await expect(page.getByRole('link', { name: 'ann@example.com' })).toBeVisible()
  quiet.expectQuiet()
})

visitorTest('Google is not offered where it is not set up', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Google')).toBeHidden()
})
