import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the packages of others that a package.json depends on are installed. */
export async function installedFolders(root: string): Promise<string[]> {
  const { dependencies = {} } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  const foreign = Object.keys(dependencies).filter((name) => !name.startsWith('@portofino/'))
  return Promise.all(foreign.map(async (name) => installedFolder(name, root)))
}

/** Looked for as Node does: here, then in each folder above. */
async function installedFolder(name: string, from: string): Promise<string> {
  const folder = join(from, 'node_modules', name)
  const found = await stat(folder).then(
    () => true,
    () => false,
  )
  if (found) return folder
  if (dirname(from) === from) throw new Error(`Cannot list the licenses: ${name} is not installed`)
  return installedFolder(name, dirname(from))
}
