// Names of files, fields and functions, made from the names in Kafka's definitions.

/** ProduceRequest -> produce-request; KRaftVersionRecord -> kraft-version-record. */
export function kebabCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

/** ProduceRequest -> produceRequest: only the first letter changes, as in Kafka's JSON form. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

// What generated functions call their own variables.
const taken = new Set(['writer', 'reader', 'version', 'input', 'decoded', 'element', 'start', 'unknownTaggedFields'])

/** The local variable that holds a field in an encoder. */
export function localName(field: string): string {
  return taken.has(field) ? `${field}Field` : field
}
