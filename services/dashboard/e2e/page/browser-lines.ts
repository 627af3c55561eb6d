/** What a browser writes to its console about a call that the server refused, as tests bring it about. */
export const refusedCall = /Failed to load resource: the server responded with a status of (?:401|404|429|503)/

/** About a server that ends: it answers 503 on connections that are open, then nothing answers. */
export const serverAway = [
  /Failed to load resource: the server responded with a status of 503/,
  /ERR_CONNECTION_REFUSED/,
  /ERR_CONNECTION_RESET/,
  /WebSocket connection to .* failed/,
] as const
