// One client's stream: cuts it into frames and has them answered one after the other, as Kafka does. While a request waits,
// no further bytes are read, so that the client feels the back-pressure.
import { ByteReader } from '@odradek/bytes'
import type { ByteStream, StreamEvents, Timer } from '@odradek/network'
import {
  type Api,
  decodeRequestHeader,
  encodeResponseFrame,
  FrameSplitter,
  type DecodedRequestHeader,
} from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { encodeResponseChunks } from '@odradek/protocol/internal'
import type { AnyBrokerApi } from './core/broker-api.ts'
import { joined } from './core/joined.ts'
import type { EmulatedRelease } from './core/emulation/emulated-release.ts'
import type { Ending } from './core/ending.ts'
import type { ClientSession } from './core/security/client-session.ts'
import type { SaslAction, SaslAnswer } from './core/security/sasl/authenticator.ts'
import type { Admission } from './admission.ts'
import { unsupportedApiVersions } from './core/handlers/api-versions.ts'

/** A request that a connection has decoded and wants answered. */
export interface ConnectionRequest {
  readonly entry: AnyBrokerApi
  readonly version: number
  readonly clientId: string
  readonly body: object
  /** The length of the request's frame, in bytes. */
  readonly size: number
}

/** What a connection needs from its server. */
export interface ConnectionOwner {
  onRequest(connection: Connection, request: ConnectionRequest): void
  onClosed(connection: Connection, reason: string | undefined): void
  onFailure(connection: Connection, request: ConnectionRequest, error: unknown): void
  /** Bytes have gone over the connection. */
  onActive(connection: Connection): void
  /** Calls `onTime` once, after so long. */
  after(delayMs: number, onTime: () => void): Timer
  /** Whether the connection may bring its next request; `onTurn` follows when it may again. */
  hasRoom(connection: Connection): boolean
  /** The request that the connection brought last has ended. */
  onAnswered(connection: Connection): void
}

/** What a connection takes. */
export interface ConnectionRules {
  readonly apis: ReadonlyMap<number, AnyBrokerApi>
  readonly release: EmulatedRelease
}

/**
 * `ready` for the next frame, `busy` with one, `muted` since the client has exceeded a quota, `draining` what the client has not taken yet,
 * or `closed`.
 */
type ConnectionState = 'ready' | 'busy' | 'muted' | 'draining' | 'closed'

/** Answers that a client leaves lying beyond this many bytes keep its next request waiting. */
const MAX_PENDING_BYTES = 1024 * 1024

/** Kafka's sasl.server.max.receive.size: longer requests are taken only of those who have said who they are. */
const MAX_STRANGER_BYTES = 524_288

/** A client's connection. */
export class Connection implements StreamEvents {
  readonly id: number
  readonly remoteHost: string
  readonly #stream: ByteStream
  readonly #owner: ConnectionOwner
  readonly #rules: ConnectionRules
  readonly #splitter: FrameSplitter
  readonly #admission: Admission
  readonly #maxFrameSize: number
  #frames: Uint8Array[] = []
  #state: ConnectionState = 'ready'
  #paused = false
  #current: { readonly request: ConnectionRequest; readonly correlationId: number } | undefined
  #closeReason: string | undefined
  #muted: Timer | undefined
  /** Why no further bytes make sense: the connection is closed when the requests before them are answered, as Kafka does. */
  #fault: string | undefined

  constructor(
    id: number,
    stream: ByteStream,
    admission: Admission,
    maxFrameSize: number,
    owner: ConnectionOwner,
    rules: ConnectionRules,
  ) {
    this.#rules = rules
    this.id = id
    this.remoteHost = admission.remoteHost
    this.#admission = admission
    this.#stream = stream
    this.#owner = owner
    this.#maxFrameSize = maxFrameSize
    this.#splitter = new FrameSplitter(admission.isAdmitted ? maxFrameSize : Math.min(maxFrameSize, MAX_STRANGER_BYTES))
  }

  /** Who the client is, as far as it is known. */
  get session(): ClientSession {
    return this.#admission.session
  }

  /** Starts to answer, where the connection was kept waiting for its turn. */
  onTurn(): void {
    this.#takeFrames()
  }

  onData(bytes: Uint8Array): void {
    if (this.#state === 'closed' || this.#fault !== undefined) return
    this.#owner.onActive(this)
    try {
      this.#splitter.push(bytes, this.#frames)
    } catch (error) {
      this.#fault = messageOf(error)
    }
    this.#takeFrames()
  }

  onDrain(): void {
    if (this.#state !== 'closed') this.#owner.onActive(this)
    if (this.#state !== 'draining') return
    this.#state = 'ready'
    this.#takeFrames()
  }

  onClose(): void {
    if (this.#state === 'closed' && this.#closeReason === undefined) return
    this.#finish(this.#closeReason)
  }

  /** Closes the connection at once, for a reason that the client is to blame for. */
  close(reason?: string): void {
    if (this.#state === 'closed') return
    this.#finish(reason)
    this.#stream.destroy()
  }

  #finish(reason: string | undefined): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#closeReason = undefined
    this.#frames = []
    this.#current = undefined
    this.#muted?.cancel()
    this.#owner.onClosed(this, reason)
  }

  /** The request that was last given to the owner has come to its end. */
  onEnded(ending: Ending): void {
    const current = this.#current
    if (current === undefined) return
    const { request, correlationId } = current
    this.#current = undefined
    this.#owner.onAnswered(this)
    switch (ending.kind) {
      case 'disconnect':
        return this.close(ending.reason)
      case 'failed':
        this.#owner.onFailure(this, request, ending.error)
        return this.close('the broker could not handle a request')
      case 'answer':
        if (!this.#write(request, correlationId, ending.response)) return
    }
    if (ending.throttleMs === undefined) return this.#goOn()
    this.#state = 'muted'
    this.#muted = this.#owner.after(ending.throttleMs, () => this.#goOn())
    this.#regulate()
  }

  #goOn(): void {
    this.#muted = undefined
    this.#state = this.#stream.pendingBytes > MAX_PENDING_BYTES ? 'draining' : 'ready'
    this.#takeFrames()
  }

  #write(request: ConnectionRequest, correlationId: number, response: object): boolean {
    try {
      this.#writeAll(encodeResponseChunks(request.entry.api, request.version, correlationId, response))
      return true
    } catch (error) {
      this.#owner.onFailure(this, request, error)
      this.close('the broker could not encode a response')
      return false
    }
  }

  #writeAll(chunks: readonly Uint8Array[]): void {
    this.#owner.onActive(this)
    if (this.#stream.writeAll !== undefined) this.#stream.writeAll(chunks)
    else this.#stream.write(joined(chunks))
  }

  /** Takes up frames as long as they can be answered at once. Answers that come while a frame is taken up do not recurse. */
  #taking = false
  #takeFrames(): void {
    if (this.#taking) return
    this.#taking = true
    while (this.#isReady() && this.#frames.length > 0) this.#take(this.#frames.shift()!)
    this.#taking = false
    if (this.#state === 'ready' && this.#fault !== undefined && this.#frames.length === 0) this.#endFor(this.#fault)
    if (this.#state !== 'closed') this.#regulate()
  }

  /** Closes the connection when what was answered has gone out. */
  #endFor(reason: string): void {
    this.#finish(reason)
    this.#stream.end()
  }

  #isReady(): boolean {
    return this.#state === 'ready' && this.#owner.hasRoom(this)
  }

  #regulate(): void {
    const pause = !this.#isReady()
    if (pause === this.#paused) return
    this.#paused = pause
    if (pause) this.#stream.pause()
    else this.#stream.resume()
  }

  #take(frame: Uint8Array): void {
    try {
      const action = this.#admission.onFrame(frame)
      if (this.#admission.isAdmitted) this.#splitter.maxFrameSize = this.#maxFrameSize
      if (action.kind === 'pass') this.#takeRequest(frame)
      else this.#authenticate(action)
    } catch (error) {
      this.close(messageOf(error))
    }
  }

  #authenticate(action: Exclude<SaslAction, { kind: 'pass' }>): void {
    switch (action.kind) {
      case 'answer':
        return this.#answerSasl(action.answer)
      case 'token':
        this.#stream.write(framed(action.token))
        return
      case 'close':
        return this.close(action.reason)
      case 'fail':
        // Who guesses passwords is to wait for each answer.
        this.#state = 'busy'
        this.#admission.delayFailure(() => {
          if (this.#state === 'closed') return
          if (action.answer !== undefined) this.#answerSasl(action.answer)
          this.#endFor(action.reason)
        })
    }
  }

  #answerSasl({ api, version, correlationId, response }: SaslAnswer): void {
    this.#stream.write(encodeResponseFrame(api as Api<unknown, object>, version, correlationId, response))
  }

  #takeRequest(frame: Uint8Array): void {
    if (this.#rules.release.onUnknownVersion === 'take') takeForKnownVersion(frame, this.#rules.apis)
    const reader = new ByteReader(frame)
    const header = decodeRequestHeader(reader)
    const entry = this.#rules.apis.get(header.apiKey)
    if (entry === undefined) return this.#refuseApi(header)
    const { apiVersion: version, clientId } = header
    if (version < entry.minVersion || version > entry.maxVersion) return this.#refuseVersion(entry, header)
    // Bytes behind the request are passed over, as Kafka does: librdkafka's Metadata request has some.
    const body = entry.api.request.decode(reader, version)
    this.#hand({ entry, version, clientId: clientId ?? '', body, size: frame.length }, header.correlationId)
  }

  #refuseApi({ apiKey }: DecodedRequestHeader): void {
    if (this.#rules.release.onUnknownApi === 'close') this.close(`API ${apiKey} is not spoken here`)
  }

  #hand(request: ConnectionRequest, correlationId: number): void {
    this.#state = 'busy'
    this.#current = { request, correlationId }
    this.#owner.onRequest(this, request)
  }

  /** Only ApiVersions has an answer that a client of any age can read: the versions that it should have used (KIP-511). */
  #refuseVersion(entry: AnyBrokerApi, { apiVersion, correlationId }: DecodedRequestHeader): void {
    if (entry.apiKey !== apiVersionsApi.key) return this.close(`${entry.api.name} ${apiVersion} is not spoken here`)
    const known = unsupportedApiVersions(entry)
    const refusal = this.#rules.release.namesVersions ? known : { ...known, apiKeys: [] }
    this.#stream.write(encodeResponseFrame(apiVersionsApi, 0, correlationId, refusal))
  }
}

/** Writes the latest known version into a request of one that is not known: so it is read, header and all. */
function takeForKnownVersion(frame: Uint8Array, apis: ConnectionRules['apis']): void {
  if (frame.length < 4) return
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const entry = apis.get(view.getInt16(0))
  if (entry === undefined) return
  const version = view.getInt16(2)
  if (version < entry.minVersion || version > entry.maxVersion) view.setInt16(2, entry.maxVersion)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function framed(token: Uint8Array): Uint8Array {
  const frame = new Uint8Array(4 + token.length)
  new DataView(frame.buffer).setInt32(0, token.length)
  frame.set(token, 4)
  return frame
}
