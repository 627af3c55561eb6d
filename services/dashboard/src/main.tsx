import './theme/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetOnLeaving } from './api/forget-on-leaving.ts'
import { queryClient } from './api/query-client.ts'
import { resumeSession } from './api/session.ts'
import { router } from './app/router.tsx'
import { nextPage } from './app/sign-in/google-trip.ts'
import { draftPlaces } from './app/simulate/draft/draft.ts'
import { askedPlace } from './app/use-start-run.ts'
import { reloadForLostFiles } from './lost-files.ts'
import { pages } from './paths.ts'

const place = document.querySelector('#root')
if (place === null) throw new Error('Cannot start the dashboard: its page has no element #root')

reloadForLostFiles()
forgetOnLeaving([draftPlaces.tab, draftPlaces.device, nextPage, askedPlace], () => location.replace(pages.simulate))
void resumeSession()
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
