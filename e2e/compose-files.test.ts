import { readdir, readFile } from 'node:fs/promises'

import test from 'ava'
import { parse } from 'yaml'

import { brokerConfigDefinitions } from '../packages/broker/src/core/config/generated/kafka-configs.ts'
import { propertiesOfEnvironment } from '../packages/odradek/src/broker-command/kafka-environment.ts'
import {
  composeFile,
  type ComposeFile,
  composeFileName,
  composeFlavours,
  composeSizes,
} from '../test-cluster/src/compose-file.ts'

const folder = new URL('../test-cluster/compose/', import.meta.url)

/** What the compose specification has of what the files use: the type of each key of a service. */
const serviceKeys: Readonly<Record<string, 'text' | 'list' | 'map'>> = {
  image: 'text',
  hostname: 'text',
  user: 'text',
  entrypoint: 'list',
  command: 'list',
  ports: 'list',
  environment: 'map',
  volumes: 'list',
  depends_on: 'map',
  healthcheck: 'map',
}

/** Properties of the authorizer and of single listeners are none of the broker's own list. */
const ofPlugins = new Set(['super.users'])
const known = new Set(brokerConfigDefinitions.map(({ name }) => name))
const isKnown = (name: string) =>
  known.has(name) || ofPlugins.has(name) || known.has(name.replace(/^listener\.name\.clients\.(plain\.)?/, ''))

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value === 'object' ? 'map' : 'text')

test('the folder has a file for each flavour and size, and no other', async (t) => {
  const wanted = composeFlavours.flatMap((flavour) => composeSizes.map((size) => composeFileName(flavour, size)))
  t.deepEqual((await readdir(folder)).filter((name) => name.endsWith('.yml')).sort(), wanted.sort())
})

for (const flavour of composeFlavours) {
  for (const size of composeSizes) {
    const name = composeFileName(flavour, size)
    const read = async () => parse(await readFile(new URL(name, folder), 'utf8')) as ComposeFile

    test(`${name} is what is printed, and a compose file`, async (t) => {
      const file = await read()
      t.deepEqual(file, JSON.parse(JSON.stringify(composeFile(flavour, size))))
      for (const service of Object.values(file.services)) {
        t.regex(service.image, /^apache\/kafka:\d+\.\d+\.\d+$/)
        for (const [key, value] of Object.entries(service))
          t.is(kindOf(value) as string | undefined, serviceKeys[key], key)
        for (const value of Object.values(service.environment ?? {})) t.is(typeof value, 'string')
        for (const needed of Object.keys(service.depends_on ?? {})) t.true(needed in file.services)
        // A dollar would be a variable of compose's own.
        t.false(JSON.stringify(service).includes('$'))
      }
    })

    test(`${name}: each variable is a property of Kafka's, and ports and addresses fit together`, async (t) => {
      const { services } = await read()
      const brokers = Object.entries(services).filter(([service]) => service.startsWith('broker-'))
      t.is(brokers.length, size)
      const voters = brokers.map(([host], index) => `${index + 1}@${host}:29093`).join(',')
      for (const [index, [host, { environment = {}, ports, hostname }]] of brokers.entries()) {
        const properties = propertiesOfEnvironment(environment)
        t.is(Object.keys(properties).length, Object.keys(environment).length - 1) // CLUSTER_ID is none
        for (const property of Object.keys(properties)) t.true(isKnown(property), property)
        const port = 9092 + index
        t.deepEqual(ports, [`${port}:${port}`])
        t.is(hostname, host)
        t.like(properties, {
          'node.id': String(index + 1),
          'controller.quorum.voters': voters,
          listeners: `INTERNAL://:19092,CONTROLLER://:29093,CLIENTS://:${port}`,
          'advertised.listeners': `INTERNAL://${host}:19092,CLIENTS://localhost:${port}`,
        })
        t.is(Buffer.from(environment['CLUSTER_ID']!, 'base64url').length, 16)
      }
    })
  }
}

test('the README has the ports, and names each file', async (t) => {
  const readme = await readFile(new URL('README.md', folder), 'utf8')
  for (const flavour of composeFlavours) {
    for (const size of composeSizes) t.true(readme.includes(`\`${composeFileName(flavour, size)}\``))
    t.regex(readme, new RegExp(`\\n    kcat -b localhost:9092 .*# ${flavour}\\n`))
  }
  t.regex(readme, /localhost:9092; with three, 9093 and 9094/)
})
