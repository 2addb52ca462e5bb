// DescribeCluster 0-2 (KIP-700).
import { ErrorCode } from '@odradek/protocol'
import type { DescribeClusterRequest } from '@odradek/protocol/messages/describe-cluster-request'
import type { DescribeClusterResponse } from '@odradek/protocol/messages/describe-cluster-response'
import { CLUSTER_OPERATIONS, OPERATIONS_NOT_ASKED } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const BROKERS = 1
const CONTROLLERS = 2

/** Handles DescribeCluster. */
export function handleDescribeCluster(
  state: BrokerState,
  { body }: BrokerRequest<DescribeClusterRequest>,
): Outcome<DescribeClusterResponse> {
  const { clusterId, controllerId, brokers } = state.cluster
  const { endpointType } = body
  if (endpointType !== BROKERS) {
    const known = endpointType === CONTROLLERS
    const errorCode = known ? ErrorCode.MISMATCHED_ENDPOINT_TYPE : ErrorCode.UNSUPPORTED_ENDPOINT_TYPE
    const errorMessage = known
      ? 'The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER'
      : `Unsupported endpoint type ${endpointType}`
    return answer({ errorCode, errorMessage })
  }
  return answer({
    clusterId,
    controllerId,
    brokers: (body.includeFencedBrokers ? brokers.all() : brokers.alive()).map(
      ({ brokerId, host, port, rack, fenced }) => ({ brokerId, host, port, rack, isFenced: fenced }),
    ),
    clusterAuthorizedOperations: body.includeClusterAuthorizedOperations ? CLUSTER_OPERATIONS : OPERATIONS_NOT_ASKED,
  })
}
