import { packageBuild } from '../../tools/tsup.base.ts'

export default packageBuild([
  'src/index.ts',
  'src/internal.ts',
  'src/json.ts',
  'src/generated/all-apis.ts',
  'src/generated/all-messages.ts',
  'src/generated/messages/*.ts',
  'src/generated/apis/*.ts',
])
