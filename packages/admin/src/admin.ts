// The public face of the admin client. Each area of its methods is a class of its own under faces/, one on top of the other.
import { type Environment, systemEnvironment } from '@odradek/network'

import { SecurityAdmin } from './faces/security-admin.ts'
import { type AdminOptions, resolveAdminOptions } from './options.ts'

/**
 * Looks into a Kafka cluster and changes it: topics, configs, groups, ACLs, brokers. Connects when first used. Calls retry what passes until their time limit;
 * calls on several items give an AdminResults, which rejects where one failed and has each one's result in `settled()`. Close it when done, or
 * declare it with `await using`.
 */
export class Admin extends SecurityAdmin {
  /** Throws UsageError for options that are wrong. `environment` is for tests: clock, transport and random numbers. */
  constructor(options: AdminOptions, environment: Environment = systemEnvironment()) {
    super(resolveAdminOptions(options), environment)
  }
}
