// `npm run test:packages`: the packages as they are published. Installs and builds what is missing.
// `npm run test:packages -- --update` writes the snapshots of export names and sizes anew.
import { join } from 'node:path'

import { ensureOwnInstall } from './packed-packages.mjs'
import { become, checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
ensureOwnInstall(join(root, 'package-tests'))
await become(join(root, 'package-tests', 'main.mjs'), process.argv.slice(2))
