import { packageBuild } from '../../tools/tsup.base.ts'

export default packageBuild(
  [
    'src/index.ts',
    'src/internal.ts',
    'src/none.ts',
    'src/gzip.ts',
    'src/snappy.ts',
    'src/lz4.ts',
    'src/zstd.ts',
    'src/node/gzip.ts',
    'src/node/zstd.ts',
  ],
  { shims: true },
)
