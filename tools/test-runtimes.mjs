// `npm run test:runtimes`: the built codec packages in Node 20, Node 24, Deno, Bun and a browser. Installs and builds what is missing.
// `npm run test:runtimes -- deno browser` runs those alone.
import { join } from 'node:path'

import { ensureOwnInstall } from './packed-packages.mjs'
import { become, checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
ensureOwnInstall(join(root, 'runtime-tests'))
await become(join(root, 'runtime-tests', 'main.mjs'), process.argv.slice(2))
