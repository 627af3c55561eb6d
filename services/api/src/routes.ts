import type { FastifyInstance } from 'fastify'
import { requireUser } from './auth/require-user.ts'
import type { AssetsDependencies } from './routes/assets.ts'
import { assetsRoute } from './routes/assets.ts'
import type { CheckDependencies } from './routes/check.ts'
import { checkRoute } from './routes/check.ts'
import type { DashboardDependencies } from './routes/dashboard.ts'
import { dashboardRoute } from './routes/dashboard.ts'
import { definitionsRoute } from './routes/definitions.ts'
import type { HealthDependencies } from './routes/health.ts'
import { healthRoute } from './routes/health.ts'
import type { HistoryDependencies } from './routes/history.ts'
import { historyRoutes } from './routes/history.ts'
import type { HistoryChangesDependencies } from './routes/history-changes.ts'
import { historyChangesRoutes } from './routes/history-changes.ts'
import type { MetricsDependencies } from './routes/metrics.ts'
import { metricsRoute } from './routes/metrics.ts'
import type { OptimizeDependencies } from './routes/optimize.ts'
import { optimizeRoutes } from './routes/optimize.ts'
import type { ReportDependencies } from './routes/report.ts'
import { reportRoutes } from './routes/report.ts'
import type { SimulateDependencies } from './routes/simulate.ts'
import { simulateRoute } from './routes/simulate.ts'
import type { TaskDependencies } from './routes/tasks.ts'
import { taskRoutes } from './routes/tasks.ts'
import { serveTaskSockets } from './sockets/task-sockets.ts'
import type { SocketDependencies } from './sockets/task-sockets.ts'

/** What the routes work with, each by its own needs. */
export interface RouteDependencies {
  open: DashboardDependencies & HealthDependencies & MetricsDependencies
  signedIn: AssetsDependencies &
    CheckDependencies &
    HistoryDependencies &
    HistoryChangesDependencies &
    OptimizeDependencies &
    ReportDependencies &
    SimulateDependencies &
    TaskDependencies
  sockets: SocketDependencies
}

/** Every route but those under /auth and /docs, and the pages. */
export async function addRoutes(app: FastifyInstance, dependencies: RouteDependencies): Promise<void> {
  const { open, signedIn, sockets } = dependencies
  await serveTaskSockets(app, sockets)
  await app.register(dashboardRoute, open)
  await app.register(healthRoute, open)
  await app.register(metricsRoute, open)
  await app.register(async (scope) => {
    // Before the body is read: strangers are refused early.
    scope.addHook('onRequest', requireUser())
    await scope.register(checkRoute, signedIn)
    await scope.register(simulateRoute, signedIn)
    await scope.register(optimizeRoutes, signedIn)
    await scope.register(taskRoutes, signedIn)
    await scope.register(historyRoutes, signedIn)
    await scope.register(historyChangesRoutes, signedIn)
    await scope.register(reportRoutes, signedIn)
    await scope.register(assetsRoute, signedIn)
    await scope.register(definitionsRoute)
  })
}
