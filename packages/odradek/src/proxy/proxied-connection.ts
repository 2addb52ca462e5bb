// One client's connection through the proxy: requests go on in their order, answers come back in theirs.
import { errorResponse, withErrorCode } from '@odradek/broker/internal'
import { ByteReader } from '@odradek/bytes'
import type { Address, ByteStream, Clock, StreamEvents } from '@odradek/network'
import {
  type Api,
  ApiKey,
  apiName,
  decodeRequestHeader,
  decodeResponseFrame,
  encodeResponseFrame,
  FrameSplitter,
} from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import type { ApiVersionsResponse } from '@odradek/protocol/messages/api-versions-response'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'
import type { FaultSet } from './fault-set.ts'
import { FrameQueue } from './frame-queue.ts'
import { faultErrorCode, type ProxyFault } from './proxy-fault.ts'
import { type FindAddress, knownVersionsOnly, namesBrokers, rewriteAddresses } from './rewrite-addresses.ts'

/** What a connection shares with all others of its proxy. */
export interface ProxyContext {
  readonly clock: Clock
  readonly faults: FaultSet
  readonly findAddress: FindAddress
}

/** The broker behind a connection. */
export interface Upstream {
  readonly name: string
  readonly connect: (events: StreamEvents) => ByteStream
  /** It could not be connected to. */
  readonly onFailure: (error: Error) => void
}

/** A request whose answer is to come, from the broker or from the proxy itself. */
interface Expected {
  readonly api: Api<unknown, unknown> | undefined
  readonly apiKey: number
  readonly version: number
  readonly correlationId: number
  readonly body: object | undefined
  readonly isForwarded: boolean
  readonly fault: ProxyFault
}

const apis: ReadonlyMap<number, Api<unknown, unknown>> = new Map(allApis.map((api) => [api.key, api]))
const MAX_FRAME_SIZE = 0x7fffffff

/** A client’s connection and the one to the broker behind it. */
export class ProxiedConnection implements StreamEvents {
  readonly #context: ProxyContext
  readonly #broker: string
  readonly #client: ByteStream
  readonly #upstream: ByteStream
  /** What is written by TLS before its handshake is done would be lost. */
  readonly #upstreamOpen: Promise<void>
  readonly #fromClient: FrameQueue
  readonly #fromUpstream: FrameQueue
  readonly #clientSplitter = new FrameSplitter(MAX_FRAME_SIZE)
  readonly #expected: Expected[] = []
  readonly #onGone: () => void
  #onExpected = () => {}
  #isClosed = false

  constructor(context: ProxyContext, client: ByteStream, broker: Upstream, onGone: () => void) {
    this.#context = context
    this.#broker = broker.name
    this.#client = client
    this.#onGone = onGone
    const upstreamSplitter = new FrameSplitter(MAX_FRAME_SIZE)
    let onOpen = () => {}
    this.#upstreamOpen = new Promise((resolve) => (onOpen = resolve))
    let isOpen = false
    this.#upstream = broker.connect({
      onOpen: () => {
        isOpen = true
        onOpen()
      },
      onData: (bytes) => this.#take(upstreamSplitter, this.#fromUpstream, bytes),
      onClose: (error) => {
        if (!isOpen && !this.#isClosed && error !== undefined) broker.onFailure(error)
        this.close()
      },
    })
    this.#fromClient = new FrameQueue(this.#client)
    this.#fromUpstream = new FrameQueue(this.#upstream)
    this.#run(() => this.#forwardRequests())
    this.#run(() => this.#sendAnswers())
  }

  onData(bytes: Uint8Array): void {
    this.#take(this.#clientSplitter, this.#fromClient, bytes)
  }

  onClose(): void {
    this.close()
  }

  /** Closes both sides at once. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#client.destroy()
    this.#upstream.destroy()
    this.#fromClient.end()
    this.#fromUpstream.end()
    this.#onExpected()
    this.#onGone()
  }

  #take(splitter: FrameSplitter, queue: FrameQueue, bytes: Uint8Array): void {
    try {
      for (const frame of splitter.push(bytes)) queue.push(frame)
    } catch {
      this.close()
    }
  }

  #run(work: () => Promise<void>): void {
    work().catch(() => this.close())
  }

  async #forwardRequests(): Promise<void> {
    await this.#upstreamOpen
    for (let frame = await this.#fromClient.next(); frame !== undefined; frame = await this.#fromClient.next()) {
      const request = this.#read(frame)
      const { fault } = request
      await this.#sleep(fault.delayMs)
      if (this.#isClosed) return
      if (fault.disconnect && !fault.handled) return this.close()
      if (request.isForwarded) await this.#write(this.#upstream, withSize(frame), fault.bytesPerSecond)
      // Produce with acks 0 is not answered.
      const wantsNoAnswer = request.apiKey === ApiKey.Produce && isAcks0(request.body)
      if (wantsNoAnswer && fault.error !== undefined) return this.close()
      if (wantsNoAnswer) continue
      this.#expected.push(request)
      this.#onExpected()
    }
  }

  #read(frame: Uint8Array): Expected {
    const reader = new ByteReader(frame)
    const { apiKey, apiVersion: version, correlationId, clientId } = decodeRequestHeader(reader)
    const api = apis.get(apiKey)
    const isKnown = api !== undefined && version >= api.minVersion && version <= api.maxVersion
    const request = { api: apiName(apiKey) ?? '', clientId: clientId ?? '', broker: this.#broker }
    const wantsBody = apiKey === ApiKey.Produce || this.#context.faults.needsTopics
    const decode = () => (isKnown ? (api.request.decode(reader, version) as object) : undefined)
    let body = wantsBody ? decode() : undefined
    const fault = merged(this.#context.faults.meet({ ...request, body }))
    const isForwarded = fault.handled === true || (fault.error === undefined && !fault.drop)
    if (!isForwarded && fault.error !== undefined) body ??= decode()
    return { api: isKnown ? api : undefined, apiKey, version, correlationId, body, isForwarded, fault }
  }

  async #sendAnswers(): Promise<void> {
    for (let expected = await this.#nextExpected(); expected !== undefined; expected = await this.#nextExpected()) {
      const { fault, isForwarded } = expected
      const frame = isForwarded ? await this.#fromUpstream.next() : undefined
      if (isForwarded && frame === undefined) return
      // What is dropped blocks all that would come after it.
      if (fault.drop) return
      if (fault.disconnect) return this.close()
      const bytes = await this.#answer(expected, frame)
      await this.#sleep(fault.delayResponseMs)
      if (this.#isClosed) return
      if (fault.partialBytes !== undefined) {
        this.#client.write(bytes.subarray(0, fault.partialBytes))
        this.#client.end()
        return
      }
      await this.#write(this.#client, bytes, fault.bytesPerSecond)
    }
  }

  async #nextExpected(): Promise<Expected | undefined> {
    while (this.#expected.length === 0 && !this.#isClosed) {
      await new Promise<void>((resolve) => (this.#onExpected = resolve))
    }
    return this.#isClosed ? undefined : this.#expected.shift()
  }

  /** The bytes of an answer, with their size in front. */
  async #answer(expected: Expected, frame: Uint8Array | undefined): Promise<Uint8Array> {
    const { api, apiKey, version, correlationId, body, fault } = expected
    if (api === undefined) return withSize(frame!)
    const code = fault.error === undefined ? undefined : faultErrorCode(fault.error)
    if (frame === undefined) {
      const response = throttled(errorResponse(apiKey, version, body!, code!), fault)
      return encodeResponseFrame(api, version, correlationId, response)
    }
    const isAboutBrokers = apiKey === ApiKey.ApiVersions || namesBrokers(apiKey, version)
    if (!isAboutBrokers && code === undefined && fault.throttleTimeMs === undefined) return withSize(frame)
    let { response } = decodeResponseFrame(api, version, frame) as { response: object }
    if (apiKey === ApiKey.Metadata) this.#learnTopics(response as MetadataResponse)
    if (apiKey === ApiKey.ApiVersions) response = knownVersionsOnly(response as ApiVersionsResponse, apis)
    if (isAboutBrokers) response = (await rewriteAddresses(response, this.#context.findAddress)) as object
    if (code !== undefined) response = withErrorCode(apiKey, version, response, code)
    return encodeResponseFrame(api, version, correlationId, throttled(response, fault), frame.length + 64)
  }

  #learnTopics({ topics }: MetadataResponse): void {
    for (const { topicId, name } of topics) if (name !== null) this.#context.faults.learnTopic(topicId, name)
  }

  async #write(stream: ByteStream, bytes: Uint8Array, bytesPerSecond: number | undefined): Promise<void> {
    if (bytesPerSecond === undefined) return stream.write(bytes)
    const piece = Math.max(1, Math.floor(bytesPerSecond / 20))
    for (let at = 0; at < bytes.length && !this.#isClosed; at += piece) {
      const part = bytes.subarray(at, at + piece)
      await this.#sleep((part.length / Math.max(1, bytesPerSecond)) * 1000)
      stream.write(part)
    }
  }

  #sleep(ms: number | undefined): Promise<void> {
    if (ms === undefined || ms === 0) return Promise.resolve()
    return new Promise((resolve) => void this.#context.clock.setTimer(ms, resolve))
  }
}

/** Several faults as one: delays add up, the least bandwidth holds, of the ends of a request the first. */
function merged(faults: readonly ProxyFault[]): ProxyFault {
  if (faults.length <= 1) return faults[0] ?? {}
  const sum = (name: 'delayMs' | 'delayResponseMs') => faults.reduce((total, fault) => total + (fault[name] ?? 0), 0)
  const end = faults.find(({ error, drop, disconnect, partialBytes }) =>
    [error, drop || undefined, disconnect || undefined, partialBytes].some((given) => given !== undefined),
  )
  const rates = faults.flatMap(({ bytesPerSecond }) => bytesPerSecond ?? [])
  const throttles = faults.flatMap(({ throttleTimeMs }) => throttleTimeMs ?? [])
  return {
    ...end,
    delayMs: sum('delayMs'),
    delayResponseMs: sum('delayResponseMs'),
    ...(rates.length > 0 ? { bytesPerSecond: Math.min(...rates) } : {}),
    ...(throttles.length > 0 ? { throttleTimeMs: Math.max(...throttles) } : {}),
  }
}

function throttled(response: object, { throttleTimeMs }: ProxyFault): object {
  return throttleTimeMs === undefined ? response : { ...response, throttleTimeMs }
}

function isAcks0(body: object | undefined): boolean {
  return body !== undefined && 'acks' in body && body.acks === 0
}

function withSize(frame: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + frame.length)
  new DataView(bytes.buffer).setInt32(0, frame.length)
  bytes.set(frame, 4)
  return bytes
}

/** An address as the key of a broker. */
export function brokerName({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
