/** What becomes of a token that a client sent. `text` of a failure is all that the client hears; `reason` is for the owner. */
export type SaslStep =
  | { readonly kind: 'continue'; readonly token: Uint8Array }
  | {
      readonly kind: 'done'
      readonly token: Uint8Array
      /** The user's name. */
      readonly user: string
      /** When what the client showed expires, by the wall clock; Infinity: never. */
      readonly expiresAtMs: number
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly text?: string }

/** The broker's side of one exchange of a SASL mechanism. */
export interface SaslServer {
  step(token: Uint8Array, wallClockMs: number): SaslStep
}

/** Makes the broker's side of a mechanism, anew for each exchange. */
export type SaslServerFactory = () => SaslServer
