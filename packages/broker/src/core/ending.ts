/**
 * How a request ended. `failed`: a fault of the broker; its connection is of no more use. `throttleMs`: its client has exceeded a quota, and
 * its connection is not to be listened to for so long.
 */
export type Ending =
  | { readonly kind: 'answer'; readonly response: object; readonly throttleMs?: number }
  | { readonly kind: 'silence'; readonly throttleMs?: number }
  | { readonly kind: 'disconnect'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown }
