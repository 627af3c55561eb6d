// `npm run dev`: the server, and Vite for the dashboard beside it, which end together.
import { spawn } from 'node:child_process'

const port = process.env.PORT || '8000'
const programs = [
  [process.execPath, ['services/api/src/main.ts']],
  ['npm', ['run', 'dev', '--workspace=@portofino/dashboard']],
]

// Groups of their own: a terminal sends Ctrl-C to its whole group, and a second signal would keep the server from stopping in order.
const running = new Set(
  programs.map(([command, words]) =>
    spawn(command, words, {
      cwd: import.meta.dirname,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { PORTOFINO_API: `http://localhost:${port}`, ...process.env },
    }),
  ),
)

let isStopping = false

function stop() {
  isStopping = true
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGTERM')
}

function end(child, code) {
  running.delete(child)
  if (isStopping) return
  process.exitCode = code || 1
  stop()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
for (const child of running) {
  child.once('exit', (code) => end(child, code))
  child.once('error', (error) => {
    console.error(`Cannot start ${child.spawnargs.join(' ')}: ${error.message}`)
    end(child, 1)
  })
}
