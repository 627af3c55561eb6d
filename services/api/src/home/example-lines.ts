import { exampleCommand } from '@portofino/contract'

const account = { email: 'you@example.com', password: 'seven geese fly south' }
const json = `-H 'content-type: application/json'`
const bearer = `-H "authorization: Bearer $TOKEN"`

const body = (value: object): string => `-d '${JSON.stringify(value)}'`

/**
 * What the lines use, with what every system has, in any shell of the Bourne family: `field NAME` takes one text out of a JSON answer,
 * `follow URL …` waits until a task is done. Both stop at anything else and show why.
 */
const helpers = String.raw`
show() { printf '%s\n' "$1" | sed -E 's/.*"detail":"(([^"\\]|\\.)*)".*/\1/' | cut -c 1-300 >&2; false; }
field() {
  answer=$(cat)
  case $answer in
    *"\"$1\":\""*) printf '%s\n' "$answer" | sed -E 's/.*"'"$1"'":"([^"]*)".*/\1/' ;;
    *) show "$answer" ;;
  esac
}
follow() {
  while answer=$(curl -sS "$@"); do
    case $answer in
      *'"status":"done"'*) echo done; return ;;
      *'"status":"failed"'* | *'"status":"canceled"'*) break ;;
      *'"status":"queued"'* | *'"status":"running"'*) sleep 1 ;;
      *) break ;;
    esac
  done
  show "$answer"
}`.trim()

/** The shell lines of the page, by where they stand in it. */
export function exampleLines(publicUrl: string): Record<string, string> {
  const call = `curl -sS ${publicUrl}`
  return {
    helpers,
    register: `${call}/auth/register ${json} ${body(account)}`,
    login: `TOKEN=$(${call}/auth/login ${json} ${body(account)} | field access_token)`,
    simulate: `TASK=$(${call}/simulate ${bearer} ${json} ${body({ command: exampleCommand })} | field task_id)`,
    follow: `follow ${publicUrl}/tasks/$TASK ${bearer}`,
    history: `${call}/history/ ${bearer}`,
    entry: `curl -fsS ${publicUrl}/history/$TASK ${bearer} -o result.json`,
    report: `REPORT=$(${call}/report ${bearer} ${json} -d '{"simulation_id":"'$TASK'"}' | field task_id)`,
    wait: `follow ${publicUrl}/report/$REPORT ${bearer}`,
    download: `curl -fsS ${publicUrl}/report/$REPORT/file ${bearer} -o report.xlsx`,
    socket: socketLines(publicUrl),
    ...furtherLines(call),
  }
}

/** Runs with Node 22 or newer alone. */
function socketLines(publicUrl: string): string {
  const address = publicUrl.replace(/^http/, 'ws')
  return `TOKEN=$TOKEN TASK=$TASK node -e '
const { TOKEN, TASK } = process.env
const headers = { authorization: "Bearer " + TOKEN }
const socket = new WebSocket("${address}/ws/simulations/" + TASK + "?after=0", { headers })
socket.onmessage = ({ data }) => console.log(data.slice(0, 150))
socket.onclose = ({ code, reason }) => console.log("closed with", code, reason)'`
}

function furtherLines(call: string): Record<string, string> {
  const entry = `${call}/history/$TASK`
  return {
    rename: `${entry} ${bearer} -X PATCH ${json} ${body({ name: 'Two giants', tags: ['tech'] })}`,
    remove: `${entry} ${bearer} -X DELETE`,
    restore: `${entry}/restore ${bearer} -X POST`,
    token: `${call}/auth/tokens ${bearer} ${json} ${body({ name: 'notebook', scope: 'operate' })}`,
    logout: `${call}/auth/logout ${bearer} -X POST`,
  }
}
