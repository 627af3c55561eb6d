import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { exampleLines } from '../home/example-lines.ts'
import type { Site } from '../http/site.ts'

export interface HomeDependencies {
  site: Site
  /** Of prices: `sample`. */
  sourceName: string
}

/** The first page: what this is, and the lines that run the example. */
export const homeRoute: FastifyPluginAsync<HomeDependencies> = async (app, { site, sourceName }) => {
  const [page, style, icon] = await Promise.all(['home.html', 'home.css', 'icon.svg'].map(readAsset))
  const schema = { hide: true }
  app.get('/', { schema }, async (_request, reply) => {
    const values = { ...exampleLines(site.publicUrl), source: sourceName }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(filled(page ?? '', values))
  })
  const lasting = 'public, max-age=3600'
  app.get('/home/home.css', { schema }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', lasting).send(style),
  )
  app.get('/home/icon.svg', { schema }, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', lasting).send(icon),
  )
}

async function readAsset(name: string): Promise<string> {
  return readFile(new URL(`../home/${name}`, import.meta.url), 'utf8')
}

function filled(page: string, values: Readonly<Record<string, string>>): string {
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(values[name] ?? ''))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
