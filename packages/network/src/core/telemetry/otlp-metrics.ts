// Metrics as OpenTelemetry's protocol has them: the message MetricsData of opentelemetry/proto/metrics/v1/metrics.proto, in Protocol Buffers.
// Only what clients have is written: gauges and monotonic sums of doubles.
import { ByteWriter } from '@odradek/bytes'

/** A measurement. */
export interface OtlpMetric {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly value: number
  /** For a sum: since when it counts, in milliseconds since 1970. Absent: a gauge. */
  readonly sumSinceMs?: number
}

/** All that one message says. */
export interface OtlpMetricsData {
  readonly resource: Readonly<Record<string, string>>
  readonly metrics: readonly OtlpMetric[]
  /** Milliseconds since 1970. */
  readonly timeMs: number
  /** Whether sums say what was added since the last message, or all. */
  readonly deltaTemporality: boolean
}

/** Encodes a MetricsData with one resource and one scope. Points of one name go into one metric. */
export function encodeOtlpMetrics({ resource, metrics, timeMs, deltaTemporality }: OtlpMetricsData): Uint8Array {
  const byName = new Map<string, OtlpMetric[]>()
  for (const metric of metrics) {
    const points = byName.get(metric.name)
    if (points === undefined) byName.set(metric.name, [metric])
    else points.push(metric)
  }
  return message((data) =>
    nested(data, 1, (resourceMetrics) => {
      nested(resourceMetrics, 1, (writer) => writeAttributes(writer, 1, resource))
      nested(resourceMetrics, 2, (scopeMetrics) => {
        for (const [name, points] of byName) {
          nested(scopeMetrics, 2, (writer) => writeMetric(writer, name, points, timeMs, deltaTemporality))
        }
      })
    }),
  )
}

const TEMPORALITY_DELTA = 1
const TEMPORALITY_CUMULATIVE = 2

const VARINT = 0
const FIXED64 = 1
const LENGTH_DELIMITED = 2

type Write = (writer: ByteWriter) => void

function writeMetric(
  metric: ByteWriter,
  name: string,
  points: readonly OtlpMetric[],
  timeMs: number,
  deltaTemporality: boolean,
): void {
  writeString(metric, 1, name)
  const isSum = points[0]!.sumSinceMs !== undefined
  // Field 5 is a gauge, field 7 a sum; both have their points in field 1.
  nested(metric, isSum ? 7 : 5, (data) => {
    for (const point of points) nested(data, 1, (writer) => writePoint(writer, point, timeMs))
    if (!isSum) return
    writeTag(data, 2, VARINT)
    data.writeUnsignedVarint(deltaTemporality ? TEMPORALITY_DELTA : TEMPORALITY_CUMULATIVE)
    writeTag(data, 3, VARINT)
    data.writeUnsignedVarint(1)
  })
}

function writePoint(writer: ByteWriter, { sumSinceMs, value, attributes }: OtlpMetric, timeMs: number): void {
  if (sumSinceMs !== undefined) writeNanoseconds(writer, 2, sumSinceMs)
  writeNanoseconds(writer, 3, timeMs)
  writeTag(writer, 4, FIXED64)
  writeLittleEndian(writer, (view) => view.setFloat64(0, value, true))
  writeAttributes(writer, 7, attributes)
}

function writeAttributes(writer: ByteWriter, field: number, attributes: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(attributes)) {
    nested(writer, field, (keyValue) => {
      writeString(keyValue, 1, key)
      nested(keyValue, 2, (anyValue) => writeString(anyValue, 1, value))
    })
  }
}

function writeNanoseconds(writer: ByteWriter, field: number, timeMs: number): void {
  writeTag(writer, field, FIXED64)
  writeLittleEndian(writer, (view) => view.setBigUint64(0, BigInt(Math.round(timeMs)) * 1_000_000n, true))
}

function writeLittleEndian(writer: ByteWriter, set: (view: DataView) => void): void {
  const bytes = new Uint8Array(8)
  set(new DataView(bytes.buffer))
  writer.writeBytes(bytes)
}

function writeString(writer: ByteWriter, field: number, text: string): void {
  nested(writer, field, (inner) => void inner.writeUtf8(text))
}

/** A field that is a message or a string: its length goes before it. */
function nested(writer: ByteWriter, field: number, write: Write): void {
  const bytes = message(write)
  writeTag(writer, field, LENGTH_DELIMITED)
  writer.writeUnsignedVarint(bytes.length)
  writer.writeBytes(bytes)
}

function message(write: Write): Uint8Array {
  const writer = new ByteWriter(64)
  write(writer)
  return writer.bytes()
}

function writeTag(writer: ByteWriter, field: number, wireType: number): void {
  writer.writeUnsignedVarint(field * 8 + wireType)
}
