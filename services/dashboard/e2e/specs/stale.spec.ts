import { engineVersion } from '@portofino/simulator'
import { expectResult, keyFigures, tileFigures } from '../page/read-screen.ts'
import { storedByEngine } from '../server/stored-by-engine.ts'
import { expect, test } from '../test.ts'

test('a run of another engine says so, keeps its figures, and can be run again beside it', async ({ page, person, server }) => {
  const { id, taskId } = await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await storedByEngine('0.0.7', { server, id })
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  await expect(page.getByText(/^Computed with another engine/)).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`stay true for engine 0.0.7; now it is ${engineVersion}`)
  await expect(keyFigures(page)).toHaveClass(/\bold\b/)
  const figures = await tileFigures(page)
  await page.getByRole('button', { name: 'Run again' }).click()
  await expect(page).not.toHaveURL(new RegExp(taskId))
  await expectResult(page)
  await expect(page.getByText(/^Computed with another engine/)).toHaveCount(0)
  expect(await tileFigures(page)).toEqual(figures)
  await page.goBack()
  await expect(page.getByText(/^Computed with another engine/)).toBeVisible()
})
