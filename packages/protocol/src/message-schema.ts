// Kafka's definition of a message as far as the conversion to and from JSON needs it.

/** A field; names as in TypeScript, everything else as in Kafka's definitions. */
export interface FieldSchema {
  readonly name: string
  /** A scalar type or the name of a struct; `[]` before it makes it an array. */
  readonly type: string
  /** A range of versions: "3", "2-7", "4+" or "none". */
  readonly versions: string
  readonly nullableVersions?: string
  readonly tag?: number
  readonly default?: string
  readonly ignorable?: boolean
  /** The fields of the struct, where it is defined here. */
  readonly fields?: readonly FieldSchema[]
}

/** A message. */
export interface MessageSchema {
  readonly flexibleVersions: string
  readonly fields: readonly FieldSchema[]
  /** Structs that several fields share. */
  readonly structs: readonly {
    readonly name: string
    readonly versions: string
    readonly fields: readonly FieldSchema[]
  }[]
}
