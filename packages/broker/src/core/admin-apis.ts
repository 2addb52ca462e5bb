// The APIs of administrators: configs, users, quotas, ACLs, features, tokens, client metrics.
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { alterConfigsApi } from '@odradek/protocol/apis/alter-configs'
import { alterUserScramCredentialsApi } from '@odradek/protocol/apis/alter-user-scram-credentials'
import { createAclsApi } from '@odradek/protocol/apis/create-acls'
import { createDelegationTokenApi } from '@odradek/protocol/apis/create-delegation-token'
import { deleteAclsApi } from '@odradek/protocol/apis/delete-acls'
import { describeAclsApi } from '@odradek/protocol/apis/describe-acls'
import { describeClientQuotasApi } from '@odradek/protocol/apis/describe-client-quotas'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { describeDelegationTokenApi } from '@odradek/protocol/apis/describe-delegation-token'
import { describeUserScramCredentialsApi } from '@odradek/protocol/apis/describe-user-scram-credentials'
import { expireDelegationTokenApi } from '@odradek/protocol/apis/expire-delegation-token'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { listConfigResourcesApi } from '@odradek/protocol/apis/list-config-resources'
import { pushTelemetryApi } from '@odradek/protocol/apis/push-telemetry'
import { renewDelegationTokenApi } from '@odradek/protocol/apis/renew-delegation-token'
import { saslAuthenticateApi } from '@odradek/protocol/apis/sasl-authenticate'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'
import { updateFeaturesApi } from '@odradek/protocol/apis/update-features'
import { type AnyBrokerApi, speak } from './broker-api.ts'
import { handleAlterClientQuotas } from './handlers/admin/alter-client-quotas.ts'
import { handleAlterConfigs, handleIncrementalAlterConfigs } from './handlers/admin/alter-configs.ts'
import { handleAlterUserScramCredentials } from './handlers/admin/alter-user-scram-credentials.ts'
import { handleGetTelemetrySubscriptions, handlePushTelemetry } from './handlers/admin/client-telemetry.ts'
import { handleCreateAcls } from './handlers/admin/create-acls.ts'
import {
  handleCreateDelegationToken,
  handleDescribeDelegationToken,
  handleExpireDelegationToken,
  handleRenewDelegationToken,
} from './handlers/admin/delegation-tokens.ts'
import { handleDeleteAcls } from './handlers/admin/delete-acls.ts'
import { handleDescribeAcls } from './handlers/admin/describe-acls.ts'
import { handleDescribeClientQuotas } from './handlers/admin/describe-client-quotas.ts'
import { handleDescribeUserScramCredentials } from './handlers/admin/describe-user-scram-credentials.ts'
import { handleListConfigResources } from './handlers/admin/list-config-resources.ts'
import { handleSaslAuthenticate, handleSaslHandshake } from './handlers/admin/sasl-after-authentication.ts'
import { handleUpdateFeatures } from './handlers/admin/update-features.ts'
import { handleDescribeConfigs } from './handlers/describe-configs.ts'

/** The rows of these APIs. */
export const adminApis: readonly AnyBrokerApi[] = [
  speak(saslHandshakeApi, 0, 1, handleSaslHandshake),
  speak(describeAclsApi, 1, 3, handleDescribeAcls),
  speak(createAclsApi, 1, 3, handleCreateAcls),
  speak(deleteAclsApi, 1, 3, handleDeleteAcls),
  speak(describeConfigsApi, 1, 4, handleDescribeConfigs),
  speak(alterConfigsApi, 0, 2, handleAlterConfigs),
  speak(saslAuthenticateApi, 0, 2, handleSaslAuthenticate),
  speak(createDelegationTokenApi, 1, 3, handleCreateDelegationToken),
  speak(renewDelegationTokenApi, 1, 2, handleRenewDelegationToken),
  speak(expireDelegationTokenApi, 1, 2, handleExpireDelegationToken),
  speak(describeDelegationTokenApi, 1, 3, handleDescribeDelegationToken),
  speak(incrementalAlterConfigsApi, 0, 1, handleIncrementalAlterConfigs),
  speak(describeClientQuotasApi, 0, 1, handleDescribeClientQuotas),
  speak(alterClientQuotasApi, 0, 1, handleAlterClientQuotas),
  speak(describeUserScramCredentialsApi, 0, 0, handleDescribeUserScramCredentials),
  speak(alterUserScramCredentialsApi, 0, 0, handleAlterUserScramCredentials),
  speak(updateFeaturesApi, 0, 2, handleUpdateFeatures),
  { ...speak(getTelemetrySubscriptionsApi, 0, 0, handleGetTelemetrySubscriptions), isHidden: true },
  { ...speak(pushTelemetryApi, 0, 0, handlePushTelemetry), isHidden: true },
  speak(listConfigResourcesApi, 0, 1, handleListConfigResources),
]
