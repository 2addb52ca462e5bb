import type { AuthorizerSettings } from './authorizer.ts'
import type { Cryptography } from './cryptography.ts'

/** How a broker keeps strangers out. */
export interface SecurityConfig {
  readonly authorizer: AuthorizerSettings
  readonly cryptography: Cryptography
}
