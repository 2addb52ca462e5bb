/** Waits until a broker answers real requests. An open port says much less: a KRaft broker opens it before it is registered. */
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import {
  answerBody,
  apiVersionsRequest,
  metadataRequest,
  notReadyReason,
  parseApiVersions,
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
  try {
    const versions = parseApiVersions(await ask(expected.port, apiVersionsRequest()))
    return notReadyReason(versions, parseMetadata(await ask(expected.port, metadataRequest())), expected)
  } catch (error) {
    return (error as Error).message
  }
}

const withLog = async (message: string, broker: JavaProcess): Promise<string> =>
  `${message}\nThe last lines of its log:\n${await lastLines(broker.logFile)}`

/** The error for a broker that ended though nobody stopped it; the message has the last lines of its log. */
export const brokerDiedError = async (broker: JavaProcess, end: ProcessEnd): Promise<ClusterError> =>
  new ClusterError('broker-died', await withLog(`The Kafka broker ended by itself (${describeEnd(end)}).`, broker))

/**
 * Resolves when ApiVersions and Metadata are answered and show this broker and a controller.
 * @throws ClusterError `broker-died` when the process ends first, `not-ready` after `timeoutMs`, `aborted` by the signal.
 */
export const waitUntilReady = async (
  broker: JavaProcess,
  expected: ExpectedBroker,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const reason = await probe(expected)
    if (reason === undefined) return
    const end = await Promise.race([broker.ended, delay(pauseMs)])
    if (end) throw await brokerDiedError(broker, end)
    if (signal?.aborted) throw new ClusterError('aborted', 'The start was stopped.', { cause: signal.reason })
    if (Date.now() > deadline) {
      const message = `The Kafka broker was not ready within ${timeoutMs} ms: ${reason}.`
      throw new ClusterError('not-ready', await withLog(message, broker))
    }
  }
}
