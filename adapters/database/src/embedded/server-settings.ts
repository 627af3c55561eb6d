/** Given at every start, so that a newer version's settings reach an older data directory. */
export const serverSettings = {
  max_connections: '100',
  shared_buffers: '128MB',
  // One machine, one small service: no processes that only read ahead.
  io_method: 'sync',
  // Nobody streams the log away.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  // A statement of a killed process ends.
  client_connection_check_interval: '2s',
  log_min_messages: 'warning',
  // Every few minutes a line that nobody needs, in a file that rotates only at a start.
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const
