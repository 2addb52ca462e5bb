import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { usageError } from '../cli/command-error.ts'

/** A file of test vectors. */
export interface CorpusFile {
  /** Its path from the corpus's folder, with `/` between the parts. */
  readonly name: string
  readonly path: string
  readonly sizeInBytes: number
}

const HINT = 'Give a folder in the format of the golden corpus, such as fixtures/: see fixtures/README.md.'

/** The `.jsonl` and `.jsonl.gz` files in a folder and below, sorted. Throws CommandError (a wrong call) where there are none. */
export async function listCorpusFiles(folder: string, name: string): Promise<CorpusFile[]> {
  let isFolder: boolean
  try {
    isFolder = (await stat(folder)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw usageError(`there is no folder ${name}`, HINT)
    throw error
  }
  if (!isFolder) throw usageError(`${name} is not a folder`, HINT)
  const files: CorpusFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.jsonl(?:\.gz)?$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const parts = path.slice(join(folder, '/').length).split(/[\\/]/)
    files.push({ name: parts.join('/'), path, sizeInBytes: (await stat(path)).size })
  }
  if (files.length === 0) throw usageError(`${name} holds no .jsonl or .jsonl.gz file`, HINT)
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}
