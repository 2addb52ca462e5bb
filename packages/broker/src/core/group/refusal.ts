/** An error that answers a request: Kafka's code, and the text that newer versions carry. */
export interface Refusal {
  readonly errorCode: number
  readonly errorMessage: string
}

/** Makes a refusal. */
export function refuse(errorCode: number, errorMessage: string): Refusal {
  return { errorCode, errorMessage }
}
