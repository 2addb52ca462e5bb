import { packageBuild } from '../../tools/tsup.base.ts'

export default packageBuild(
  ['src/index.ts', 'src/internal.ts', 'src/utf8.ts', 'src/checksums.ts', 'src/node/utf8.ts', 'src/node/checksums.ts'],
  { shims: true },
)
