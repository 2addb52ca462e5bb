// `npm run bench:broker`: builds what is not built, then measures the broker.
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'

import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
const args = ['--conditions=source', '--import=tsx', join(root, 'benchmarks/broker/main.mjs'), ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
