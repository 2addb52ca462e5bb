// `npm start`: sets everything up, then runs the main job. Arguments go to it: `npm start -- --bootstrap localhost:9092`.
import { join } from 'node:path'

import { become, checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
await become(join(root, 'packages', 'odradek', 'dist', 'main.js'), ['main-job', ...process.argv.slice(2)])
