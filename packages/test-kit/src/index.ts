export { advanceUntilSettled, FakeClock, seededRandom, settle } from '@odradek/network'
export { makeCertificate, type TestCertificate, type TestCertificateOptions } from './certificates.ts'
export { CoreRunner } from './core-runner.ts'
export { goldenPath, readGolden, readGoldenBytes } from './golden.ts'
export { exampleOf, kafkaClientConfigs, type KafkaClientConfig } from './kafka-client-configs.ts'
export {
  delayed,
  type ImmediateAnswer,
  rawAnswer,
  type ReceivedRequest,
  type ScriptedAnswer,
  type ScriptedHandler,
} from './scripted-answer.ts'
export { ScriptedBroker, type ScriptedBrokerOptions, type VersionCheckBehaviour } from './scripted-broker.ts'
export { ScriptedCluster, type ScriptedTopic } from './scripted-cluster.ts'
export { ScriptedNetwork, type ScriptedNetworkOptions } from './scripted-network.ts'
