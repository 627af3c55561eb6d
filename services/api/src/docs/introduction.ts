/** What stands above the operations in /docs: what no schema can say. */
export const introduction = `
A portfolio idea is one line of text. Send it, follow its task, read the result.

1. \`POST /auth/register\`, then \`POST /auth/login\`; send the access token as \`Authorization: Bearer …\`.
2. \`POST /simulate\` with \`{"command": "AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01"}\` answers 202 with a \`task_id\`.
3. Follow the task on the socket, or poll \`GET /tasks/{task_id}\`.
4. \`GET /history/{simulation_id}\` has every figure; \`POST /report\` makes the workbook.

**Errors** are RFC 9457 problem documents: branch on \`code\`, show \`detail\`. A bad command is 422 with \`diagnostics\`.

**Sockets.** \`/ws/simulations/{task_id}\` and \`/ws/reports/{task_id}\`, with \`Authorization\`, or in browsers with the
subprotocols \`portofino.v1\` and \`ticket.<value>\` of \`POST /auth/ws-ticket\`. The first message is the present state, then
events follow, numbered by \`seq\` from 1 without gaps; \`?after=SEQ\` replays from there. \`{"heartbeat": true, "seq": n}\` comes
every 15 seconds. After \`done\`, \`failed\` or \`canceled\` the server closes with 1000. It refuses with 4401 (sign in), 4404
(unknown, or not yours) and 4429 (too many). A token in the address is refused.
`.trim()
