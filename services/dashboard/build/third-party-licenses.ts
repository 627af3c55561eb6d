import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { ThirdPartyPackage } from '../src/app/about/third-party-packages.ts'
import { installedFolders } from './installed-folders.ts'

/** Stands for the list, as JSON, where the pages tell it. */
const place = /(["'`])__THIRD_PARTY_PACKAGES__\1/g

/**
 * Writes into the built pages which packages of others they hold. While the dashboard is developed, nobody knows that yet: then they are
 * those that its package.json names.
 */
export function thirdPartyLicenses(root: string): Plugin {
  let isBuilding = false
  return {
    name: 'third-party-licenses',
    configResolved({ command }) {
      isBuilding = command === 'build'
    },
    async transform(code) {
      return isBuilding || code.search(place) < 0 ? null : filled(code, await installedFolders(root))
    },
    // Only now is it known what all chunks hold.
    async renderChunk(...[code, , , { chunks }]) {
      if (code.search(place) < 0) return null
      const modules = Object.values(chunks).flatMap(({ moduleIds }) => moduleIds)
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null))
      return { code: await filled(code, [...folders]), map: null }
    },
  }
}

async function filled(code: string, folders: readonly string[]): Promise<string> {
  const all = [...(await packagesIn(folders)), ...(await fonts())]
  const list = JSON.stringify(JSON.stringify(all))
  return code.replaceAll(place, () => list)
}

/** The folder of the installed package that a module belongs to; null for our own. */
export function packageFolder(module: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null
}

async function packagesIn(folders: readonly string[]): Promise<ThirdPartyPackage[]> {
  const packages = await Promise.all(folders.map(describedPackage))
  return packages.toSorted((a, b) => a.name.localeCompare(b.name))
}

async function describedPackage(folder: string): Promise<ThirdPartyPackage> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as Partial<ThirdPartyPackage>
  if (name === undefined || version === undefined || typeof license !== 'string') {
    throw new Error(`Cannot list the licenses: ${folder} does not say its name, version and license`)
  }
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file)).toSorted()
  const texts = await Promise.all(files.map(async (file) => readFile(join(folder, file), 'utf8')))
  return { name, version, license, text: texts.map((text) => text.trim()).join('\n\n') }
}

const fontFolder = join(import.meta.dirname, '../src/fonts')

/** The bundled fonts, each with the license file beside it: `LICENSE-geist-mono.txt`. */
async function fonts(): Promise<ThirdPartyPackage[]> {
  const files = (await readdir(fontFolder)).filter((file) => file.startsWith('LICENSE-')).toSorted()
  return Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(fontFolder, file), 'utf8')).trim()
      if (!text.includes('SIL OPEN FONT LICENSE Version 1.1')) throw new Error(`Cannot list the licenses: ${file} is not OFL 1.1`)
      const words = file.slice('LICENSE-'.length, -'.txt'.length).split('-')
      return {
        name: words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' '),
        version: '',
        license: 'OFL-1.1',
        text,
      }
    }),
  )
}
