/** Properties of Kafka's consumers that mean nothing to ours, or name Java classes. */
export const propertiesWithoutMeaning: readonly RegExp[] = [
  /^(key|value)\.deserializer$/,
  /^interceptor\.classes$/,
  /^(default\.api\.timeout\.ms|allow\.auto\.create\.topics|exclude\.internal\.topics|internal\.[a-z.]+)$/,
  /^share\./,
]
