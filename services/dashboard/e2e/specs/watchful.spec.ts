import { quietPages } from '../page/quiet-pages.ts'
import { expect, visitorTest } from '../test.ts'

// The tests rest on this: what no page should do is seen when a page does it.
visitorTest('whatever a page says, breaks or asks of others fails its test', async ({ browser, server }) => {
  const offences = {
    'console log: hello': 'console.log("hello")',
    'page error: Error: broken': 'setTimeout(() => { throw new Error("broken") })',
    'Content Security Policy directive':
      'document.body.append(Object.assign(document.createElement("script"), { textContent: "0" }))',
    'https://elsewhere.invalid': 'new Image().src = "https://elsewhere.invalid/"',
    'status of 404': 'fetch("/nowhere.js")',
    'secrets in addresses': 'fetch("/health?ticket=3")',
  }
  for (const [said, script] of Object.entries(offences)) {
    await using context = await browser.newContext({ baseURL: server.url })
    const quiet = quietPages(context, server.url)
    const page = await context.newPage()
    await page.goto('/')
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    quiet.expectQuiet()
    await page.evaluate(script)
    await expect(() => expect(() => quiet.expectQuiet()).toThrow(said)).toPass({ timeout: 5000 })
  }
})
