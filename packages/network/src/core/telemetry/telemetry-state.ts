/**
 * How a client pushes its metrics to brokers that subscribe to them (KIP-714).
 *
 * - `subscription-needed`: it is not known what the brokers want. GetTelemetrySubscriptions is sent when its time has come and a broker is known.
 *   Left when it is sent, or when telemetry ends: there is nothing to push.
 * - `subscription-in-progress`: the answer is awaited. Left with what is wanted, for later where nothing is or the request failed, or for good where
 *   the brokers cannot.
 * - `push-needed`: something is wanted; its time has not come. Left when it has, or when the client closes.
 * - `push-in-progress`: PushTelemetry is under way. Left with its answer: for the next push, or for a new subscription.
 * - `terminating-push-needed`: the client closes; the last push is sent at once. Answers to earlier requests count for nothing.
 * - `terminating-push-in-progress`: the last push is under way. Left with its answer, whatever it is.
 * - `terminated`: nothing is sent any more: the client is closed, or the brokers cannot or will not have metrics.
 */
export type TelemetryState =
  | 'subscription-needed'
  | 'subscription-in-progress'
  | 'push-needed'
  | 'push-in-progress'
  | 'terminating-push-needed'
  | 'terminating-push-in-progress'
  | 'terminated'

/** Which state may follow which. */
export const telemetryStateMoves: Readonly<Record<TelemetryState, readonly TelemetryState[]>> = {
  'subscription-needed': ['subscription-in-progress', 'terminated'],
  'subscription-in-progress': ['push-needed', 'subscription-needed', 'terminated'],
  'push-needed': ['push-in-progress', 'terminating-push-needed'],
  'push-in-progress': ['push-needed', 'subscription-needed', 'terminating-push-needed', 'terminated'],
  'terminating-push-needed': ['terminating-push-in-progress', 'terminated'],
  'terminating-push-in-progress': ['terminated'],
  terminated: [],
}
