import { packageBuild } from '../../tools/tsup.base.ts'

// The messages are taken in: as the hundred and more small files that they are in @odradek/protocol, they would make up most of the time that
// importing the broker takes. They are functions; the classes of errors stay where they are.
export default packageBuild(['src/index.ts', 'src/internal.ts', 'src/testing.ts'], {
  noExternal: [/^@odradek\/protocol\/(apis|messages)\//],
})
