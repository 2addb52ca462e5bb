export { FakeClock, settle } from '@odradek/network'
export { brokerForTests } from './testing/broker-for-tests.ts'
export { simulate, type SimulateOptions, Simulation } from './testing/simulation.ts'
export { uniqueName } from './testing/unique-name.ts'
