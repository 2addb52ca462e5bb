// `npm test`: installs what is missing, then runs ava from the sources. Arguments go to it: `npm test -- --match='*ledger*'`.
import { join } from 'node:path'

import { become, binOf, checkNode, ensureInstalled, root } from './setup.mjs'

checkNode()
ensureInstalled()
process.chdir(root)
await become(binOf(join(root, 'node_modules', 'ava'), 'ava'), process.argv.slice(2))
