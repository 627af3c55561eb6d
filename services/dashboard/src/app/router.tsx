import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { onlyRead, pages, runSearch, runsSearch, searchText, signInSearch, simulateSearch } from '../paths.ts'
import { lazyScreen } from './lazy-screen.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { ScreenFault } from './shell/screen-fault.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const simulate = createRoute({
  getParentRoute: () => root,
  path: pages.simulate,
  validateSearch: onlyRead(simulateSearch),
  component: lazyScreen(() => import('./simulate/simulate-screen.tsx'), 'SimulateScreen'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: pages.signIn,
  validateSearch: onlyRead(signInSearch),
  component: lazyScreen(() => import('./sign-in/sign-in-screen.tsx'), 'SignInScreen'),
})
const runs = createRoute({
  getParentRoute: () => root,
  path: pages.runs,
  validateSearch: onlyRead(runsSearch),
  component: lazyScreen(() => import('./runs/runs-screen.tsx'), 'RunsScreen'),
})
const run = createRoute({
  getParentRoute: () => root,
  path: pages.run,
  validateSearch: onlyRead(runSearch),
  component: lazyScreen(() => import('./run/run-screen.tsx'), 'RunScreen'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: pages.settings,
  component: lazyScreen(() => import('./settings/settings-screen.tsx'), 'SettingsScreen'),
})
const about = createRoute({
  getParentRoute: () => root,
  path: pages.about,
  component: lazyScreen(() => import('./about/about-screen.tsx'), 'AboutScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([simulate, signIn, runs, run, settings, about]),
  parseSearch: searchText.parse,
  stringifySearch: searchText.stringify,
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
