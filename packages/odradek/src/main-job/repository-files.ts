import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const ROOT_PACKAGE = 'odradek-monorepo'
const TEXT_FILE = /\.(?:md|ts|json|jsonl)$/
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage'])

/** The root of this project's repository, where `folder` lies within it. */
export async function findRepositoryRoot(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isRepositoryRoot(at)) return at
    if (dirname(at) === at) return undefined
  }
}

async function isRepositoryRoot(folder: string): Promise<boolean> {
  try {
    const facts = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name?: unknown } | null
    return facts?.name === ROOT_PACKAGE
  } catch {
    return false
  }
}

/** The text files of the repository (Markdown, TypeScript, JSON, JSON lines) as sorted paths from its root, with `/` between the parts. */
export async function listRepositoryFiles(root: string): Promise<string[]> {
  const found: string[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile() && TEXT_FILE.test(entry.name)) found.push(path)
      else if (entry.isDirectory() && !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name)) await walk(path)
    }
  }
  await walk('')
  return found.sort()
}
