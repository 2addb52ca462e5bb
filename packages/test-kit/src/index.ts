export { FakeClock, settle } from './fake-clock.ts'
export { goldenPath, readGolden, readGoldenBytes } from './golden.ts'
export { seededRandom } from './seeded-random.ts'
