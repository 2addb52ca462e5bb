/** `npm run cluster:compose` writes the compose files of `compose/` anew. */
import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { composeFile, composeFileName, composeFlavours, composeSizes } from './compose-file.ts'

const folder = new URL('../compose/', import.meta.url)

for (const flavour of composeFlavours) {
  for (const brokers of composeSizes) {
    const head = `# Written by \`npm run cluster:compose\` from src/compose-file.ts. See README.md here.\n`
    const text = stringify(composeFile(flavour, brokers), {
      lineWidth: 0,
      aliasDuplicateObjects: false,
      singleQuote: true,
    })
    await writeFile(new URL(composeFileName(flavour, brokers), folder), head + text)
  }
}
