// A broker with TLS and SASL, and clients for it.
import { Broker, type BrokerOptions } from '@odradek/broker'
import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { Producer, type ProducerOptions } from '@odradek/producer'
import { makeCertificate, type TestCertificate } from '@odradek/test-kit'

/** One for the whole process: making keys takes a while. */
export const authority: Promise<TestCertificate> = makeCertificate({ name: 'Test authority' })

/** The broker's, for localhost. */
export const brokerCertificate = authority.then((ca) => makeCertificate({ name: 'broker', ca }))

/** A certificate that the authority signed for a client. */
export async function clientCertificate(name: string): Promise<TestCertificate> {
  return makeCertificate({ name, ca: await authority })
}

/** Starts a broker with users alice and admin. */
export async function startBroker(protocol: string, options: BrokerOptions = {}): Promise<Broker> {
  const { key, cert } = await brokerCertificate
  const { cert: ca } = await authority
  const sasl = { mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] }
  return Broker.start({
    topics: ['orders'],
    users: { alice: 'alice-secret', admin: 'admin-secret' },
    connectionFailedAuthenticationDelayMs: 5,
    ...(protocol.endsWith('SSL') ? { ssl: { key, cert, ca } } : {}),
    ...(protocol.startsWith('SASL') ? { sasl } : {}),
    ...options,
  })
}

/** What a client of it is told, apart from who it is. */
export async function clientOptions(broker: Broker, protocol: string) {
  const { cert } = await authority
  return {
    bootstrapServers: `localhost:${broker.port}`,
    securityProtocol: protocol as 'SSL',
    ...(protocol.endsWith('SSL') ? { sslTruststoreCertificates: cert } : {}),
  }
}

/** Sends a record and reads it back. */
export async function roundTrip(producerOptions: ProducerOptions, consumerOptions: ConsumerOptions): Promise<string> {
  await using producer = new Producer(producerOptions)
  await producer.send({ topic: 'orders', value: 'hello' })
  await using consumer = new Consumer({ topics: ['orders'], autoOffsetReset: 'earliest', ...consumerOptions })
  for await (const record of consumer) return new TextDecoder().decode(record.value!)
  return ''
}
