// A broker in a process of its own, for tests that kill it: prints its port, and runs until then.
import { Broker } from '../../src/index.ts'

const [dataDir] = process.argv.slice(2)
const configs = { 'flush.messages': '1', 'segment.bytes': '1048576', 'index.interval.bytes': '1024' }
const broker = await Broker.start({ dataDir: dataDir!, topics: [{ name: 't', configs }] })
process.stdout.write(`${broker.port}\n`)
