import { AuthenticationError, KafkaError } from '@odradek/protocol'

/** Who we are, for PLAIN and SCRAM. */
export interface SaslCredentials {
  readonly username: string
  readonly password: string
  /** SCRAM only: the user name is a delegation token's id, the password its HMAC. @default false */
  readonly tokenAuth?: boolean
}

/** A value, or a function that gives one each time it is needed: for each connection and each re-authentication. */
export type Provided<T> = T | (() => T | Promise<T>)

/** Asks for the value. Throws AuthenticationError where the function throws. */
export async function provided<T>(source: Provided<T>, what: string): Promise<T> {
  if (typeof source !== 'function') return source
  try {
    return await (source as () => T | Promise<T>)()
  } catch (cause) {
    if (KafkaError.is(cause)) throw cause
    throw new AuthenticationError(`the function ${what} failed: see the cause`, { reason: 'configuration', cause })
  }
}

/** Asks for credentials and checks their form, without a word of what they are. */
export async function askForCredentials(source: Provided<SaslCredentials>): Promise<SaslCredentials> {
  const credentials = await provided(source, 'saslCredentials')
  const { username, password } = credentials ?? {}
  if (typeof username === 'string' && username !== '' && typeof password === 'string' && password !== '') {
    return credentials
  }
  const text = 'saslCredentials must give { username, password }: two strings that are not empty'
  throw new AuthenticationError(text, { reason: 'configuration' })
}
