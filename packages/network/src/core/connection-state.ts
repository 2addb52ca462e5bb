/**
 * The life of one connection (one byte stream) to a broker.
 *
 * - `disconnected`: made, and not opened yet. Nothing is sent. Left by `open`.
 * - `connecting`: the stream is being opened. Nothing is sent. Left when it is open, fails, or takes longer than the setup time-out.
 * - `checking-versions`: the stream is open; ApiVersions is sent, and nothing else. Left when the versions are known, when the broker
 *   passes it over and answers what comes next (it is 0.9: on with its versions), when it answers neither, or when the stream closes.
 * - `authenticating`: SaslHandshake and the mechanism's tokens are sent, and nothing else. Only with SASL. Left when the broker is content, when it
 *   or the mechanism refuses, when it takes too long, or when the stream closes.
 * - `ready`: requests are sent, answers come in order. Left when the stream closes, an answer is late or wrong, or it is to be given up.
 * - `re-authenticating`: the same while the connection is in use (KIP-368): answers to earlier requests still come, new requests wait. Left as
 *   `authenticating` is, or when the connection is to be given up.
 * - `draining`: answers are still awaited, nothing new is sent: the broker has another address now, or the client closes. Left when the
 *   last answer is there or the stream closes.
 * - `closed`: gone, for good; everything that waited for an answer has failed. The next connection is a new one.
 */
export type ConnectionState =
  | 'disconnected'
  | 'connecting'
  | 'checking-versions'
  | 'authenticating'
  | 'ready'
  | 're-authenticating'
  | 'draining'
  | 'closed'

/** Which state may follow which. */
export const connectionStateMoves: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  disconnected: ['connecting', 'closed'],
  connecting: ['checking-versions', 'closed'],
  'checking-versions': ['authenticating', 'ready', 'closed'],
  authenticating: ['ready', 'closed'],
  ready: ['re-authenticating', 'draining', 'closed'],
  're-authenticating': ['ready', 'draining', 'closed'],
  draining: ['closed'],
  closed: [],
}

/** The table as a Mermaid state diagram, for the manual. */
export function connectionStateDiagram(): string {
  const moves = Object.entries(connectionStateMoves).flatMap(([from, next]) => next.map((to) => `  ${from} --> ${to}`))
  return ['stateDiagram-v2', ...moves].join('\n')
}
