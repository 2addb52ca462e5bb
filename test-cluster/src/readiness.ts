/** Waits until a broker answers real requests. An open port says much less: a KRaft broker opens it before it is registered. */
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import {
  answerBody,
  apiVersionsRequest,
  findCoordinatorRequest,
  metadataRequest,
  notReadyReason,
  parseApiVersions,
  parseFindCoordinator,
  parseMetadata,
} from './broker-probe.ts'
import type { ExpectedBroker } from './broker-probe.ts'
import { ClusterError } from './cluster-error.ts'
import { describeEnd, lastLines } from './java-process.ts'
import type { JavaProcess, ProcessEnd } from './java-process.ts'

const pauseMs = 50
const answerTimeoutMs = 3000

/** Sends one request to 127.0.0.1 on a connection of its own and resolves to the body of the answer. */
export const ask = (port: number, request: Buffer, timeoutMs = answerTimeoutMs): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let received = Buffer.alloc(0)
    const fail = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    socket.setTimeout(timeoutMs, () => fail(new Error(`no answer within ${timeoutMs} ms`)))
    socket.on('error', fail)
    socket.on('close', () => reject(new Error('the connection was closed without an answer')))
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      try {
        const body = answerBody(received)
        if (!body) return
        resolve(body)
        socket.destroy()
      } catch (error) {
        fail(error as Error)
      }
    })
  })

/** Asks once; resolves to the reason why the broker is not ready, or to `undefined` when it is. */
export const probe = async (expected: ExpectedBroker): Promise<string | undefined> => {
  const { port, metadataVersion } = expected
  try {
    const versions = expected.hasApiVersions ? parseApiVersions(await ask(port, apiVersionsRequest())) : undefined
    // An empty 0.8 cluster tells nobody about its brokers until the first topic exists. This makes one.
    if (!versions && parseFindCoordinator(await ask(port, findCoordinatorRequest())) !== 0) {
      return 'there is no group coordinator yet'
    }
    const view = parseMetadata(await ask(port, metadataRequest(metadataVersion)), metadataVersion)
    return notReadyReason(versions, view, expected)
  } catch (error) {
    return (error as Error).message
  }
}

const withLog = async (message: string, node: JavaProcess): Promise<string> =>
  `${message}\nThe last lines of its log:\n${await lastLines(node.logFile)}`

/** The error for a node that ended though nobody stopped it; the message has the last lines of its log. */
export const brokerDiedError = async (name: string, node: JavaProcess, end: ProcessEnd): Promise<ClusterError> =>
  new ClusterError('broker-died', await withLog(`${name} ended by itself (${describeEnd(end)}).`, node))

/** A process that was started, and what is expected of it; a node without a listener for clients is expected to stay alive. */
export interface StartedNode {
  /** For people, such as `Broker 2`. */
  readonly name: string
  readonly process: JavaProcess
  readonly expected: ExpectedBroker | undefined
}

/**
 * Resolves when every broker answers ApiVersions and Metadata and shows itself, its peers and a controller.
 * @throws ClusterError `broker-died` when a process ends first, `not-ready` after `timeoutMs`, `aborted` by the signal.
 */
export const waitUntilReady = async (
  nodes: readonly StartedNode[],
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> => {
  const deadline = Date.now() + timeoutMs
  const ends = nodes.map((node) => node.process.ended.then((end) => ({ node, end })))
  for (const node of nodes) {
    for (;;) {
      const reason = node.expected && (await probe(node.expected))
      if (reason === undefined) break
      const ended = await Promise.race([...ends, delay(pauseMs)])
      if (ended) throw await brokerDiedError(ended.node.name, ended.node.process, ended.end)
      if (signal?.aborted) throw new ClusterError('aborted', 'The start was stopped.', { cause: signal.reason })
      if (Date.now() > deadline) {
        const message = `${node.name} was not ready within ${timeoutMs} ms: ${reason}.`
        throw new ClusterError('not-ready', await withLog(message, node.process))
      }
    }
  }
}
