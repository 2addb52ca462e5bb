import { packageBuild } from '../../tools/tsup.base.ts'

export default packageBuild(['src/index.ts', 'src/prometheus.ts'])
