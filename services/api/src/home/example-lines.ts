import { exampleCommand } from '@portofino/contract'

const account = { email: 'you@example.com', password: 'seven geese fly south' }
const json = `-H 'content-type: application/json'`
const bearer = `-H "authorization: Bearer $TOKEN"`

/** Takes one text field out of a JSON answer, with what every system has. */
const field = (name: string): string => String.raw`sed 's/.*"${name}":"\([^"]*\)".*/\1/'`
const body = (value: object): string => `-d '${JSON.stringify(value)}'`

/** The shell lines of the page, by where they stand in it: register, sign in, run, read, report. */
export function exampleLines(publicUrl: string): Record<string, string> {
  const call = `curl -s ${publicUrl}`
  return {
    register: `${call}/auth/register ${json} ${body(account)}`,
    login: `TOKEN=$(${call}/auth/login ${json} ${body(account)} | ${field('access_token')})`,
    simulate: `TASK=$(${call}/simulate ${bearer} ${json} ${body({ command: exampleCommand })} | ${field('task_id')})`,
    follow: `until ${call}/tasks/$TASK ${bearer} | grep -o '^{"status":"done"'; do sleep 1; done`,
    history: `${call}/history/ ${bearer}`,
    entry: `${call}/history/$TASK ${bearer}`,
    report: `REPORT=$(${call}/report ${bearer} ${json} -d "{\\"simulation_id\\":\\"$TASK\\"}" | ${field('task_id')})`,
    wait: `until ${call}/report/$REPORT ${bearer} | grep -o '"status":"done"'; do sleep 1; done`,
    download: `${call}/report/$REPORT/file ${bearer} -o report.xlsx`,
  }
}
