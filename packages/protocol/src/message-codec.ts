// The shape that every generated message module gives out, and what goes in and out of it.
import type { ByteReader, ByteWriter } from '@odradek/bytes'

/** What a message is for, in Kafka's definitions. */
export type MessageType =
  'request' | 'response' | 'header' | 'data' | 'coordinator-key' | 'coordinator-value' | 'metadata'

/** A tagged field (KIP-482) that this version of the definitions does not know, kept as it came. */
export interface UnknownTaggedField {
  tag: number
  data: Uint8Array
}

/**
 * A message as an encoder takes it: every field may be left out, at every depth, and then has its default
 * (zero, empty, null or what the definition says).
 */
export type MessageInput<T> = T extends Uint8Array | string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? readonly MessageInput<Element>[]
    : { readonly [Field in keyof T]?: MessageInput<T[Field]> }

/** Encodes and decodes one message in all its versions. */
export interface MessageCodec<T> {
  /** The name in Kafka's definitions, such as ProduceRequest. */
  readonly name: string
  /** The API key of a request or response, the record type of a metadata record or coordinator entry. */
  readonly apiKey: number | undefined
  readonly type: MessageType
  /** The oldest version that can be encoded and decoded. */
  readonly minVersion: number
  /** The latest version that can be encoded and decoded. */
  readonly maxVersion: number
  /** The first flexible version (compact lengths and tagged fields, KIP-482); undefined where there is none. */
  readonly flexibleFrom: number | undefined
  /**
   * Appends the message. Throws EncodeError where the version does not exist or cannot carry a value: a null where it knows
   * none, a number out of range, or any value but the default in a field it lacks, unless that field is ignorable.
   */
  encode(writer: ByteWriter, message: MessageInput<T>, version: number): void
  /**
   * Reads the message; fields that the version lacks have their defaults. Bytes are views on what is read.
   * Throws DecodeError, and nothing else, where the bytes are not such a message; allocates no more than what is there asks for.
   */
  decode(reader: ByteReader, version: number): T
}
