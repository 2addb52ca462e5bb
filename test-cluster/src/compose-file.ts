/** Compose files of clusters like those that this package starts, for those who have Docker: Apache Kafka's own image, one file per flavour. */
import { defaultUsers, superUsers } from './users.ts'
import { defaultVersion } from './versions.ts'

/** What clients find: nothing asked for, SASL/PLAIN, TLS, or SASL/PLAIN with ACLs. */
export type ComposeFlavour = 'plaintext' | 'sasl' | 'tls' | 'acls'

/** All flavours. */
export const composeFlavours: readonly ComposeFlavour[] = ['plaintext', 'sasl', 'tls', 'acls']
/** How many brokers the files have. */
export const composeSizes = [1, 3] as const

/** Where clients on this machine find broker 1; those of the others follow. */
export const firstClientPort = 9092
const internalPort = 19_092
const controllerPort = 29_093

const clusterId = 'dGVzdC1jbHVzdGVyLTAwMQ'
const storePassword = 'test-secret'
const image = `apache/kafka:${defaultVersion}`

/** A service of a compose file, as far as these files have them. */
export interface ComposeService {
  readonly image: string
  readonly hostname?: string
  readonly user?: string
  readonly entrypoint?: readonly string[]
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: Readonly<Record<string, unknown>>
}

/** A compose file. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>
}

/** The name of a flavour's file. */
export const composeFileName = (flavour: ComposeFlavour, brokers: number): string => `${flavour}-${brokers}.yml`

/** The compose file of a flavour. */
export const composeFile = (flavour: ComposeFlavour, brokers: number): ComposeFile => {
  const ids = Array.from({ length: brokers }, (_, index) => index + 1)
  const services = ids.map((nodeId) => [`broker-${nodeId}`, broker(flavour, nodeId, brokers)] as const)
  const first = flavour === 'tls' ? [['certificates', certificates(brokers)] as const] : []
  return { services: Object.fromEntries([...first, ...services]) }
}

const broker = (flavour: ComposeFlavour, nodeId: number, brokers: number): ComposeService => {
  const clientPort = firstClientPort + nodeId - 1
  const secured: Partial<ComposeService> =
    flavour === 'tls'
      ? {
          volumes: ['./certificates:/etc/kafka/secrets:ro'],
          depends_on: { certificates: { condition: 'service_completed_successfully' } },
        }
      : {}
  return {
    image,
    hostname: `broker-${nodeId}`,
    ports: [`${clientPort}:${clientPort}`],
    environment: { CLUSTER_ID: clusterId, ...environmentOf(propertiesOf(flavour, nodeId, brokers, clientPort)) },
    ...secured,
    healthcheck: {
      test: [
        'CMD',
        '/opt/kafka/bin/kafka-broker-api-versions.sh',
        '--bootstrap-server',
        `broker-${nodeId}:${internalPort}`,
      ],
      interval: '5s',
      timeout: '10s',
      retries: 12,
    },
  }
}

const propertiesOf = (
  flavour: ComposeFlavour,
  nodeId: number,
  brokers: number,
  clientPort: number,
): Record<string, string> => {
  const ids = Array.from({ length: brokers }, (_, index) => index + 1)
  const replicas = String(Math.min(3, brokers))
  const inSync = String(Math.max(1, Math.min(3, brokers) - 1))
  // Listeners are not named for their protocols: the image's own script would then ask for files of passwords.
  const protocol = { plaintext: 'PLAINTEXT', sasl: 'SASL_PLAINTEXT', tls: 'SSL', acls: 'SASL_PLAINTEXT' }[flavour]
  return {
    'node.id': String(nodeId),
    'process.roles': 'broker,controller',
    'controller.quorum.voters': ids.map((id) => `${id}@broker-${id}:${controllerPort}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: `INTERNAL://:${internalPort},CONTROLLER://:${controllerPort},CLIENTS://:${clientPort}`,
    'advertised.listeners': `INTERNAL://broker-${nodeId}:${internalPort},CLIENTS://localhost:${clientPort}`,
    'inter.broker.listener.name': 'INTERNAL',
    'listener.security.protocol.map': `INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENTS:${protocol}`,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': '0',
    ...security(flavour),
  }
}

const security = (flavour: ComposeFlavour): Record<string, string> => {
  switch (flavour) {
    case 'plaintext':
      return {}
    case 'tls':
      return {
        'ssl.keystore.type': 'PKCS12',
        'ssl.keystore.location': '/etc/kafka/secrets/broker.p12',
        'ssl.keystore.password': storePassword,
      }
    case 'sasl':
      return sasl
    case 'acls':
      return {
        ...sasl,
        'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
        'super.users': superUsers,
      }
  }
}

const users = Object.entries(defaultUsers).map(([name, password]) => `user_${name}="${password}"`)
const sasl = {
  'listener.name.clients.sasl.enabled.mechanisms': 'PLAIN',
  'listener.name.clients.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${users.join(' ')};`,
}

/** Kafka's image reads `num.partitions` as KAFKA_NUM_PARTITIONS. None of the names here has a dash or an underscore. */
const environmentOf = (properties: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [`KAFKA_${name.replaceAll('.', '_').toUpperCase()}`, value]),
  )

/** Makes an authority and one certificate for all brokers, once, by the keytool of Kafka's image. `ca.pem` comes last. */
const certificates = (brokers: number): ComposeService => {
  const hosts = ['localhost', ...Array.from({ length: brokers }, (_, index) => `broker-${index + 1}`)]
  const names = `san=${hosts.map((host) => `dns:${host}`).join(',')},ip:127.0.0.1`
  const store = (file: string): string => `-storetype PKCS12 -storepass ${storePassword} -keystore ${file}`
  const key = '-keyalg EC -groupname secp256r1 -validity 3650'
  const script = [
    'cd /secrets',
    'if [ -f ca.pem ]; then exit 0; fi',
    'rm -f authority.p12 broker.p12',
    `keytool -genkeypair -alias ca -dname CN=test-cluster-ca -ext bc:c ${key} ${store('authority.p12')}`,
    `keytool -exportcert -rfc -alias ca -file ca.part ${store('authority.p12')}`,
    `keytool -genkeypair -alias broker -dname CN=broker ${key} ${store('broker.p12')}`,
    `keytool -certreq -alias broker -file broker.csr ${store('broker.p12')}`,
    `keytool -gencert -rfc -alias ca -ext ${names} -validity 3650 -infile broker.csr -outfile broker.pem ${store('authority.p12')}`,
    `keytool -importcert -noprompt -alias ca -file ca.part ${store('broker.p12')}`,
    `keytool -importcert -noprompt -alias broker -file broker.pem ${store('broker.p12')}`,
    'chmod a+r broker.p12',
    'mv ca.part ca.pem',
  ]
  return {
    image,
    user: 'root',
    entrypoint: ['/bin/sh', '-ec'],
    command: [`${script.join('\n')}\n`],
    volumes: ['./certificates:/secrets'],
  }
}
