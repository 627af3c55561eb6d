import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { installedFolders } from './installed-folders.ts'

/** A package of others that the pages carry, with the terms that it comes under. */
export interface ThirdPartyPackage {
  name: string
  version: string
  /** As its package.json says: an SPDX expression. */
  license: string
  /** The files of its license and notices, whole. */
  text: string
}

const id = 'virtual:third-party-licenses'
const resolvedId = `\0${id}`
/** Stands for the list until it is known what all chunks hold. */
const place = '__THIRD_PARTY_PACKAGES__'

/**
 * Makes `virtual:third-party-licenses`: as JSON text, the packages of others that the built pages hold. While the dashboard is developed,
 * the ones that its package.json names.
 */
export function thirdPartyLicenses(root: string): Plugin {
  let isBuilding = false
  return {
    name: 'third-party-licenses',
    configResolved({ command }) {
      isBuilding = command === 'build'
    },
    resolveId: (source) => (source === id ? resolvedId : null),
    async load(source) {
      if (source !== resolvedId) return null
      const text = isBuilding ? place : JSON.stringify(await packagesIn(await installedFolders(root)))
      return `export default ${JSON.stringify(text)}`
    },
    async renderChunk(...[code, , , { chunks }]) {
      if (!code.includes(place)) return null
      const modules = Object.values(chunks).flatMap(({ moduleIds }) => moduleIds)
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null))
      const list = JSON.stringify(JSON.stringify(await packagesIn([...folders])))
      return { code: code.replaceAll(new RegExp(`(["'\`])${place}\\1`, 'g'), () => list), map: null }
    },
  }
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
