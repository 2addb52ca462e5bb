/** Why a change of configs is refused. */
export interface ConfigFault {
  readonly errorCode: number
  readonly errorMessage: string | null
}
