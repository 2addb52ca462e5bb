import { packageBuild } from '../../tools/tsup.base.ts'

// `shims`: the program finds its package.json by import.meta.url, which the CommonJS build has to be given.
export default packageBuild(['src/index.ts', 'src/proxy.ts', 'src/main.ts'], { platform: 'node', shims: true })
