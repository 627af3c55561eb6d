import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiPrefixes } from '@portofino/contract'
import { accountsUnderTest } from '../auth/accounts-under-test.ts'
import { addRoutes } from '../routes.ts'
import type { RouteDependencies } from '../routes.ts'

test('every route but the pages is below a prefix of the API, and below each prefix there is one', async () => {
  const nothing = { open: {}, signedIn: {}, sockets: {} } as unknown as RouteDependencies
  await using accounts = await accountsUnderTest({ routes: async (app) => addRoutes(app, nothing) })
  const branches = accounts.app.printRoutes({ commonPrefix: false }).matchAll(/^[├└]── (?:\/([^/ ]*)|\*)/gm)
  const segments = new Set(Array.from(branches, ([, segment = 'pages']) => segment))
  assert.deepEqual([...segments].toSorted(), [...apiPrefixes, 'pages'].toSorted())
})
