import { decodeBase64, encodeBase64, type ScramCredential } from '@odradek/network/internal'

/** A user got a SCRAM credential, or lost it (null). */
export interface ScramCredentialChanged {
  readonly type: 'scram-credential-changed'
  readonly user: string
  /** 1: SCRAM-SHA-256, 2: SCRAM-SHA-512. */
  readonly mechanism: number
  readonly credential: StoredScramCredential | null
}

/** A credential as records keep it: byte strings in base64. */
export interface StoredScramCredential {
  readonly salt: string
  readonly storedKey: string
  readonly serverKey: string
  readonly iterations: number
}

/** A credential for a record. */
export function storedCredential({ salt, storedKey, serverKey, iterations }: ScramCredential): StoredScramCredential {
  return {
    salt: encodeBase64(salt),
    storedKey: encodeBase64(storedKey),
    serverKey: encodeBase64(serverKey),
    iterations,
  }
}

/** The SCRAM credentials of a cluster. */
export class ScramStore {
  readonly #byUser = new Map<string, Map<number, ScramCredential>>()

  users(): string[] {
    return [...this.#byUser.keys()]
  }

  /** What a user has, by mechanism. */
  ofUser(user: string): ReadonlyMap<number, ScramCredential> | undefined {
    return this.#byUser.get(user)
  }

  find(user: string, mechanism: number): ScramCredential | undefined {
    return this.#byUser.get(user)?.get(mechanism)
  }

  apply({ user, mechanism, credential }: ScramCredentialChanged): void {
    const own = this.#byUser.get(user) ?? new Map<number, ScramCredential>()
    if (credential === null) own.delete(mechanism)
    else own.set(mechanism, loaded(credential))
    if (own.size === 0) this.#byUser.delete(user)
    else this.#byUser.set(user, own)
  }
}

function loaded({ salt, storedKey, serverKey, iterations }: StoredScramCredential): ScramCredential {
  const bytes = (text: string) => decodeBase64(text) ?? new Uint8Array(0)
  return { salt: bytes(salt), storedKey: bytes(storedKey), serverKey: bytes(serverKey), iterations }
}
