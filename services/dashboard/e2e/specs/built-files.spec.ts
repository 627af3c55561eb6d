import { globSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, visitorTest } from '../test.ts'

const folder = join(import.meta.dirname, '..', '..', 'dist')
const root = join(import.meta.dirname, '..', '..', '..', '..')

visitorTest('the build holds no source map, no path of this machine and no name of a secret', () => {
  const files = globSync('**/*.{js,css,html,json,svg}', { cwd: folder })
  expect(files.length).toBeGreaterThan(10)
  expect(globSync('**/*.map', { cwd: folder })).toEqual([])
  const telling = ['sourceMappingURL', 'GOOGLE_CLIENT_SECRET', 'METRICS_TOKEN', 'DATABASE_URL', `${homedir()}/`, root]
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    expect([file, telling.filter((each) => text.includes(each))]).toEqual([file, []])
  }
})

visitorTest('a page is at most three files of code and two of styles', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const always = Array.from(html.matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g), ([, file]) => file)
  const pages = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as { path: string; preload: string[] }[]
  for (const { path, preload } of pages) {
    const files = [...new Set([...always, ...preload])]
    const [code, styles] = ['.js', '.css'].map((ending) => files.filter((file) => file?.endsWith(ending)))
    expect([path, code!.length <= 3, styles!.length <= 2]).toEqual([path, true, true])
  }
})
