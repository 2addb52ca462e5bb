export { goldenPath, readGolden, readGoldenBytes } from './golden.ts'
export { seededRandom } from './seeded-random.ts'
