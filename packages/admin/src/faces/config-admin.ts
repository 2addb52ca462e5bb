// Configs of topics, brokers, groups and client metrics.
import type { AdminResults } from '../admin-results.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { alterConfigs, type ConfigReplacement } from '../operations/alter-configs.ts'
import {
  type ConfigDescription,
  type ConfigQuestion,
  type ConfigResource,
  describeConfigs,
  type DescribeConfigsOptions,
} from '../operations/describe-configs.ts'
import { type ConfigChanges, incrementalAlterConfigs } from '../operations/incremental-alter-configs.ts'
import { listConfigResources, type ListConfigResourcesOptions } from '../operations/list-config-resources.ts'
import { TopicAdmin } from './topic-admin.ts'

/** See the head of the file. */
export class ConfigAdmin extends TopicAdmin {
  /** Configs with their values and where these come from. Kafka 0.11. */
  describeConfigs(
    resources: readonly ConfigQuestion[],
    options: DescribeConfigsOptions = {},
  ): AdminResults<ConfigQuestion, ConfigDescription> {
    return describeConfigs(this.world, resources, options)
  }

  /** Changes the configs that are named, and no others (KIP-339). Kafka 2.3. */
  incrementalAlterConfigs(
    resources: readonly ConfigChanges[],
    options: ValidateOnlyOptions = {},
  ): AdminResults<ConfigChanges, void> {
    return incrementalAlterConfigs(this.world, resources, options)
  }

  /**
   * Replaces all configs of resources, for brokers before Kafka 2.3: what is not named goes back to its default. To read them, change one and write
   * all back loses what others change meanwhile, and secrets, which cannot be read: use `incrementalAlterConfigs` where the broker has it. Kafka 0.11.
   */
  alterConfigs(
    resources: readonly ConfigReplacement[],
    options: ValidateOnlyOptions = {},
  ): AdminResults<ConfigReplacement, void> {
    return alterConfigs(this.world, resources, options)
  }

  /** What has configs: topics, brokers, groups and so on. Kafka 4.1; CLIENT_METRICS alone: 3.7. */
  listConfigResources(options: ListConfigResourcesOptions = {}): Promise<readonly ConfigResource[]> {
    return listConfigResources(this.world, options)
  }
}
