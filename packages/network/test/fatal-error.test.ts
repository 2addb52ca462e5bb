import test from 'ava'

import type { KafkaError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { ScriptedNetwork } from '@odradek/test-kit'

import { assertAllGone } from './support/assert-all-gone.ts'
import { makeClient } from './support/make-client.ts'

test('an exception in a core closes the client and is told, with its cause', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  const defect = new Error('a slip')
  const told = new Promise<KafkaError>((resolve) => client.onFatalError(resolve))
  const open = t.throwsAsync(client.send('any', metadataApi, {}), { message: 'the client was closed' })
  client.addManager({
    poll() {
      throw defect
    },
  })
  const error = await told
  await open
  t.is(error.message, 'the client stopped because of a defect: a slip')
  t.is(error.cause, defect)
  t.is(client.fatalError, error)
  t.is(await t.throwsAsync(client.send('any', metadataApi, {})), error)
  await assertAllGone(t, network, client)
})

test('an exception in a callback of a core closes the client and is told', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  const told = new Promise<KafkaError>((resolve) => client.onFatalError(resolve))
  let asked = false
  client.addManager({
    poll() {
      const requests = asked
        ? []
        : [
            {
              destination: 'any' as const,
              api: metadataApi,
              request: {},
              timeoutMs: 1000,
              onResponse() {
                throw new Error('another slip')
              },
              onFailure: () => undefined,
            },
          ]
      asked = true
      return { requests, nextPollAtMs: Infinity }
    },
  })
  t.is((await told).message, 'the client stopped because of a defect: another slip')
  await assertAllGone(t, network, client)
})
