// What ends topics, and is asked last.
import { NO_ID, type Step } from './step.ts'

/** In the order in which they are asked. */
export const endSteps: readonly Step[] = [
  ['UnregisterBroker', 0, { brokerId: 4711 }],
  [
    'DeleteTopics',
    6,
    {
      topics: [{ name: 'nosuch' }, { name: null, topicId: NO_ID }, { name: 'dt', topicId: NO_ID }, { name: null }],
      timeoutMs: 3000,
    },
  ],
  ['DeleteTopics', 5, { topicNames: ['dc', 'zz', 'dc'], timeoutMs: 3000 }],
  ['DeleteTopics', 5, { topicNames: ['dlat'], timeoutMs: 3000 }],
  ['ApiVersions', 3, { clientSoftwareName: '-', clientSoftwareVersion: '1' }],
  [
    'DescribeConfigs',
    4,
    {
      resources: [
        { resourceType: 2, resourceName: 'vv' },
        { resourceType: 2, resourceName: 'dt', configurationKeys: ['retention.ms', 'nope', 'max.message.bytes'] },
      ],
      includeSynonyms: true,
      includeDocumentation: false,
    },
  ],
]
