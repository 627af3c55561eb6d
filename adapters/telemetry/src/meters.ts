import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Every figure of the system in one place, so that dashboards, documents and code name the same ones. */
export interface Meters {
  registry: Registry
  httpDuration: Histogram<'method' | 'route' | 'status'>
  httpInFlight: Gauge
  socketsOpen: Gauge<'subject'>
  socketMessages: Counter<'subject'>
  signIns: Counter<'outcome'>
  securityEvents: Counter<'event'>
  tasksSubmitted: Counter<'subject'>
  jobDuration: Histogram<'job' | 'outcome'>
  jobsRunning: Gauge<'job'>
  jobRetries: Counter<'job'>
  queueDepth: Gauge<'job'>
  queueAge: Gauge<'job'>
  cacheLookups: Counter<'cache' | 'outcome'>
  pricesFetched: Counter<'source' | 'outcome'>
  eventsPublished: Counter<'type'>
  eventLag: Gauge
  databaseConnections: Gauge<'state'>
  databaseUp: Gauge
}

/** Seconds; from a cached read to the longest simulation. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * A registry of its own with the figures of the process (memory, processor time, event-loop lag) and of ours, all at zero.
 *
 * ```ts
 * const meters = createMeters()
 * meters.tasksSubmitted.inc({ subject: 'simulations' })
 * assert.match(await meters.registry.metrics(), /^portofino_tasks_submitted_total\{subject="simulations"\} 1$/m)
 * ```
 */
export function createMeters(): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name: `portofino_${name}`, help, labelNames, registers })
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> =>
    new Gauge({ name: `portofino_${name}`, help, labelNames, registers })
  const histogram = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Histogram<Label> =>
    new Histogram({ name: `portofino_${name}`, help, labelNames, buckets: durations, registers })
  return {
    registry,
    httpDuration: histogram('http_request_duration_seconds', 'Time from the first byte of a request to the last of its reply.', [
      'method',
      'route',
      'status',
    ]),
    httpInFlight: gauge('http_requests_in_flight', 'Requests that are being answered.'),
    socketsOpen: gauge('sockets_open', 'WebSockets that are open.', ['subject']),
    socketMessages: counter('socket_messages_total', 'Messages sent over WebSockets.', ['subject']),
    signIns: counter('sign_ins_total', 'Attempts to sign in by outcome.', ['outcome']),
    securityEvents: counter('security_events_total', 'Events that an operator should look at, such as a reused refresh token.', [
      'event',
    ]),
    tasksSubmitted: counter('tasks_submitted_total', 'Tasks that were accepted.', ['subject']),
    jobDuration: histogram('job_duration_seconds', 'Time a job ran, by outcome.', ['job', 'outcome']),
    jobsRunning: gauge('jobs_running', 'Jobs that this process is running.', ['job']),
    jobRetries: counter('job_retries_total', 'Runs of a job after its first.', ['job']),
    queueDepth: gauge('queue_depth', 'Jobs that wait.', ['job']),
    queueAge: gauge('queue_oldest_seconds', 'Age of the job that has waited longest.', ['job']),
    cacheLookups: counter('cache_lookups_total', 'Look-ups in a cache, by outcome.', ['cache', 'outcome']),
    pricesFetched: counter('prices_fetched_total', 'Price histories asked of a source, by outcome.', ['source', 'outcome']),
    eventsPublished: counter('events_published_total', 'Events relayed from the outbox.', ['type']),
    eventLag: gauge('event_lag_seconds', 'Age of the oldest event that was not relayed yet.'),
    databaseConnections: gauge('database_connections', 'Connections of the pool by state: open, idle; and queries that wait.', [
      'state',
    ]),
    databaseUp: gauge('database_up', '1 while the database answers.'),
  }
}
