/** How a request ended. `failed`: a fault of the broker; its connection is of no more use. */
export type Ending =
  | { readonly kind: 'answer'; readonly response: object }
  | { readonly kind: 'silence' }
  | { readonly kind: 'disconnect'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown }
