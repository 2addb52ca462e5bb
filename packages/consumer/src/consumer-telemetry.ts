import { compressionTypeOfId, defaultCodecs } from '@odradek/compression'
import type { ClientMetric, Environment } from '@odradek/network'
import { ClientTelemetry, type NetworkClient, type NetworkConfig } from '@odradek/network/internal'

/** A consumer's options, as far as brokers that subscribe to metrics are told of them. */
type TelemetryConfig = NetworkConfig & {
  readonly groupId?: string | undefined
  readonly groupInstanceId?: string | undefined
  readonly clientRack?: string | undefined
}

/** What changes while a consumer lives. */
interface TelemetrySource {
  readonly readMetrics: () => readonly ClientMetric[]
  readonly memberId: () => string | undefined
}

/** Pushes a consumer's metrics to brokers that subscribe to them (KIP-714), under the labels that consumers have there. */
export function consumerTelemetry(
  network: NetworkClient,
  config: TelemetryConfig,
  environment: Environment,
  { readMetrics, memberId }: TelemetrySource,
): ClientTelemetry {
  const { groupId, groupInstanceId, clientRack } = config
  return new ClientTelemetry(network, config, environment, {
    readMetrics,
    labels: () => ({
      client_rack: clientRack,
      group_id: groupId,
      group_instance_id: groupInstanceId,
      group_member_id: memberId(),
    }),
    compress: (typeId, bytes) => defaultCodecs.get(compressionTypeOfId(typeId)).compress(bytes),
  })
}
