/** The fields of requests whose elements are about one topic each; in CreateTopics and the like the topic is their `name`. */
const TOPIC_LIST = /topic/i

/** The names of the topics that a decoded request names, directly or by id, in its order. */
export function topicsOf(body: object, nameOfTopicId: (topicId: string) => string | undefined): string[] {
  const found = new Set<string>()
  visit(body, false, (name) => found.add(name), nameOfTopicId)
  return [...found]
}

function visit(
  value: object,
  isTopic: boolean,
  add: (name: string) => void,
  nameOfTopicId: (topicId: string) => string | undefined,
): void {
  for (const [key, field] of Object.entries(value) as [string, unknown][]) {
    if (typeof field === 'string') {
      if (key === 'topicId') {
        const name = nameOfTopicId(field)
        if (name !== undefined) add(name)
      } else if (field !== '' && (key === 'topic' || key === 'topicName' || (isTopic && key === 'name'))) add(field)
    } else if (Array.isArray(field)) {
      const isTopicList = TOPIC_LIST.test(key)
      for (const element of field as unknown[]) {
        if (typeof element === 'string' && isTopicList) add(element)
        else if (typeof element === 'object' && element !== null && !(element instanceof Uint8Array))
          visit(element, isTopicList, add, nameOfTopicId)
      }
    } else if (typeof field === 'object' && field !== null && !(field instanceof Uint8Array)) {
      visit(field, TOPIC_LIST.test(key), add, nameOfTopicId)
    }
  }
}
