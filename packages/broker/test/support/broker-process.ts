// A broker in a process of its own; it prints its port, and runs until it is ended.
import { Broker } from '../../src/index.ts'

const topics = ['t', { name: 'compact', configs: { 'cleanup.policy': 'compact' } }]
const broker = await Broker.start({ topics })
process.stdout.write(`${broker.port}\n`)
