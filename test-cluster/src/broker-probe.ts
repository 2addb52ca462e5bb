/**
 * The few bytes of Kafka's protocol that tell whether a broker is ready, written by hand: this package must be able to
 * judge the clients of this repository, so it uses none of their code. ApiVersions v0 is answered by every broker since 0.10.0,
 * Metadata v2 since 0.10.1, v0 by all. (Kafka protocol guide: request header v1, response header v0.)
 */
import { ClusterError } from './cluster-error.ts'

/** API key of ApiVersions. */
export const apiVersionsKey = 18
/** API key of Metadata. */
export const metadataKey = 3
/** API key of FindCoordinator, which 0.8 calls ConsumerMetadata. */
export const findCoordinatorKey = 10

const correlationId = 7
const clientId = 'odradek-test-cluster'
const largestAnswer = 1024 * 1024

/** The versions of one API that a broker answers. */
export interface ApiVersionRange {
  readonly apiKey: number
  readonly minimum: number
  readonly maximum: number
}

/** What a broker says of its cluster in the answer to Metadata. */
export interface ClusterView {
  readonly brokers: readonly { readonly nodeId: number; readonly host: string; readonly port: number }[]
  /** Not in versions 0 and 1. */
  readonly clusterId: string | undefined
  /** -1 while there is no controller; not in version 0. */
  readonly controllerId: number | undefined
}

const encodeRequest = (apiKey: number, apiVersion: number, body: Buffer): Buffer => {
  const header = Buffer.alloc(14)
  header.writeInt32BE(10 + clientId.length + body.length, 0)
  header.writeInt16BE(apiKey, 4)
  header.writeInt16BE(apiVersion, 6)
  header.writeInt32BE(correlationId, 8)
  header.writeInt16BE(clientId.length, 12)
  return Buffer.concat([header, Buffer.from(clientId), body])
}

/** ApiVersions v0: no body. */
export const apiVersionsRequest = (): Buffer => encodeRequest(apiVersionsKey, 0, Buffer.alloc(0))

/** The versions of Metadata that are asked for: 1 brought the controller, 2 the cluster id. */
export type MetadataVersion = 0 | 1 | 2

/** Metadata with an empty list of topics: in version 0 all of them, later none. */
export const metadataRequest = (version: MetadataVersion): Buffer =>
  encodeRequest(metadataKey, version, Buffer.alloc(4))

/** FindCoordinator v0 for a group that nobody uses. The first one makes the broker create `__consumer_offsets`. */
export const findCoordinatorRequest = (): Buffer => {
  const length = Buffer.alloc(2)
  length.writeInt16BE(clientId.length)
  return encodeRequest(findCoordinatorKey, 0, Buffer.concat([length, Buffer.from(clientId)]))
}

/**
 * The body of the first whole answer in `received`; `undefined` while bytes are missing.
 * @throws ClusterError `bad-answer` for a size no answer here can have, or an answer to another request.
 */
export const answerBody = (received: Buffer): Buffer | undefined => {
  if (received.length < 4) return undefined
  const size = received.readInt32BE(0)
  if (size < 4 || size > largestAnswer) throw badAnswer(`announces ${size} bytes`)
  if (received.length < 4 + size) return undefined
  const answered = received.readInt32BE(4)
  if (answered !== correlationId) throw badAnswer(`is to request ${answered}, not ${correlationId}`)
  return received.subarray(8, 4 + size)
}

const badAnswer = (problem: string): ClusterError =>
  new ClusterError('bad-answer', `An answer that no Kafka broker gives: it ${problem}.`)

class AnswerReader {
  readonly #bytes: Buffer
  #position = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  int16(): number {
    return this.#take(2).readInt16BE()
  }

  int32(): number {
    return this.#take(4).readInt32BE()
  }

  /** Number of elements, each of which takes at least `smallest` bytes. */
  arrayLength(smallest: number): number {
    const length = this.int32()
    const room = Math.floor((this.#bytes.length - this.#position) / smallest)
    if (length < 0 || length > room) throw badAnswer(`announces ${length} elements where ${room} have room`)
    return length
  }

  string(): string | undefined {
    const length = this.int16()
    return length < 0 ? undefined : this.#take(length).toString('utf8')
  }

  #take(count: number): Buffer {
    const end = this.#position + count
    if (end > this.#bytes.length) throw badAnswer(`ends after ${this.#bytes.length} bytes, before byte ${end}`)
    const taken = this.#bytes.subarray(this.#position, end)
    this.#position = end
    return taken
  }
}

/** @throws ClusterError `bad-answer` for truncated bytes and for an error code. */
export const parseApiVersions = (body: Buffer): ApiVersionRange[] => {
  const reader = new AnswerReader(body)
  const errorCode = reader.int16()
  if (errorCode !== 0) throw badAnswer(`refuses ApiVersions v0 with error ${errorCode}`)
  const ranges: ApiVersionRange[] = []
  for (let left = reader.arrayLength(6); left > 0; left--) {
    ranges.push({ apiKey: reader.int16(), minimum: reader.int16(), maximum: reader.int16() })
  }
  return ranges
}

/** @throws ClusterError `bad-answer` for truncated bytes. */
export const parseMetadata = (body: Buffer, version: MetadataVersion): ClusterView => {
  const reader = new AnswerReader(body)
  const brokers: ClusterView['brokers'][number][] = []
  for (let left = reader.arrayLength(version === 0 ? 10 : 12); left > 0; left--) {
    const nodeId = reader.int32()
    const host = reader.string() ?? ''
    const port = reader.int32()
    if (version >= 1) reader.string() // rack
    brokers.push({ nodeId, host, port })
  }
  const clusterId = version >= 2 ? reader.string() : undefined
  return { brokers, clusterId, controllerId: version >= 1 ? reader.int32() : undefined }
}

/** The error code of FindCoordinator v0; 0 when the group has a coordinator. */
export const parseFindCoordinator = (body: Buffer): number => new AnswerReader(body).int16()

/** The broker that is expected to answer. */
export interface ExpectedBroker {
  readonly port: number
  /** `undefined` where it is not known before, as with ZooKeeper. */
  readonly clusterId: string | undefined
  readonly metadataVersion: MetadataVersion
  /** Whether it answers ApiVersions. */
  readonly hasApiVersions: boolean
  /** Ports of the other brokers that it must know of. */
  readonly peers: readonly number[]
}

/** Why clients cannot work with the cluster yet; `undefined` when they can. */
export const notReadyReason = (
  versions: readonly ApiVersionRange[] | undefined,
  view: ClusterView,
  expected: ExpectedBroker,
): string | undefined => {
  if (versions && !versions.some((range) => range.apiKey === metadataKey)) return 'the broker does not offer Metadata'
  // 1. Two starts choose the same free port. 2. The other one's broker takes it. 3. It answers us, while ours is dying.
  if (expected.clusterId !== undefined && view.clusterId !== expected.clusterId)
    return `another cluster (${view.clusterId}) answers on this port`
  if (view.controllerId === -1) return 'there is no controller yet'
  const registered = new Set(view.brokers.map((broker) => broker.port))
  // A fenced broker answers already, but is not in the list.
  if (!registered.has(expected.port)) return 'the broker is not registered yet'
  const missing = expected.peers.filter((port) => !registered.has(port))
  return missing.length === 0 ? undefined : `it does not know the broker on port ${missing.join(', ')} yet`
}
