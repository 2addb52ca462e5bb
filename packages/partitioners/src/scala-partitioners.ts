// The producers written in Scala: they hashed the key as an object of Java, so that one must say what type a key had. Records without a
// key went to a random partition in 0.7, and from 0.8 on stayed with one as long as the metadata; here they stick to one for a batch.
import { KeyedPartitioner } from './keyed-partitioner.ts'
import type { Partitioner } from './partitioner.ts'
import { RandomPartitioner } from './random-partitioner.ts'
import { scalaKeyHash, type ScalaKeyType } from './scala-key-hash.ts'
import { scala07Partition, scala080Partition, scala082Partition } from './scala-partition.ts'
import { StickyPartitioner } from './sticky-partitioner.ts'

/** Kafka 0.7's DefaultPartitioner. A key whose hash code is -2^31 gets a negative partition, which 0.7 refused to send to. */
export function scala07Partitioner(random: () => number, keyType: ScalaKeyType = 'string'): Partitioner {
  const hash = scalaKeyHash(keyType)
  return new KeyedPartitioner((key, count) => scala07Partition(hash(key), count), new RandomPartitioner(random))
}

/** The DefaultPartitioner of the Scala producer of 0.8.0 to 0.8.1.1; with keyType `bytes` its ByteArrayPartitioner. */
export function scala080Partitioner(random: () => number, keyType: ScalaKeyType = 'string'): Partitioner {
  const hash = scalaKeyHash(keyType)
  return new KeyedPartitioner((key, count) => scala080Partition(hash(key), count), new StickyPartitioner(random))
}

/** The DefaultPartitioner of the Scala producer since 0.8.2; with keyType `bytes` its ByteArrayPartitioner. */
export function scala082Partitioner(random: () => number, keyType: ScalaKeyType = 'string'): Partitioner {
  const hash = scalaKeyHash(keyType)
  return new KeyedPartitioner((key, count) => scala082Partition(hash(key), count), new StickyPartitioner(random))
}
