import test from 'ava'

import type { RequestManager } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { delayed, rawAnswer, ScriptedNetwork, seededRandom, settle } from '@odradek/test-kit'

import { makeClient } from './support/make-client.ts'

/** A core that sends a request now and then, to any broker or a certain one, and counts how each is settled. */
class Traffic implements RequestManager {
  readonly settled = new Map<number, number>()
  sent = 0
  answered = 0
  readonly #random: () => number
  readonly #limit: number
  #nextMs = 0

  constructor(random: () => number, limit: number) {
    this.#random = random
    this.#limit = limit
  }

  poll(nowMs: number) {
    const requests = []
    while (this.sent < this.#limit && nowMs >= this.#nextMs) {
      requests.push(this.#request(this.sent++))
      this.#nextMs = nowMs + Math.floor(this.#random() * 300)
    }
    return { requests, nextPollAtMs: this.sent < this.#limit ? this.#nextMs : Infinity }
  }

  #request(number: number) {
    const channels = ['default', 'coordinator', 'fetch'] as const
    const channel = channels[Math.floor(this.#random() * 3)]!
    const settle = () => void this.settled.set(number, (this.settled.get(number) ?? 0) + 1)
    return {
      destination: this.#random() < 0.3 ? ('any' as const) : { nodeId: 1 + Math.floor(this.#random() * 4), channel },
      api: heartbeatApi,
      request: { groupId: 'g', generationId: number, memberId: '' },
      timeoutMs: 1 + Math.floor(this.#random() * 5000),
      onResponse: (response: { throttleTimeMs: number }) => {
        // The broker puts the number of the request into the answer: it must come back to the request it belongs to.
        if (response.throttleTimeMs !== number)
          throw new Error(`request ${number} got the answer to ${response.throttleTimeMs}`)
        this.answered++
        settle()
      },
      onFailure: (error: KafkaError) => {
        if (!KafkaError.is(error)) throw new Error('a failure is a KafkaError')
        settle()
      },
    }
  }
}

/** Answers, or misbehaves, by chance. */
function misbehave(network: ScriptedNetwork, random: () => number): void {
  // Cut off often enough, a broker looks like one of Kafka 0.8 and is asked for what only that answers.
  network.on(listOffsetsApi, () => 'disconnect')
  network.on(heartbeatApi, ({ generationId }) => {
    const answer = { throttleTimeMs: generationId }
    const chance = random()
    if (chance < 0.06) return 'drop'
    if (chance < 0.12) return 'disconnect'
    if (chance < 0.16) return delayed(Math.floor(random() * 8000), answer)
    if (chance < 0.18) return delayed(Infinity, answer)
    if (chance < 0.2) return rawAnswer(Uint8Array.from({ length: 1 + Math.floor(random() * 40) }, () => random() * 256))
    return chance < 0.5 ? delayed(Math.floor(random() * 200), answer) : answer
  })
}

async function disturb(network: ScriptedNetwork, random: () => number): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await network.clock.advance(Math.floor(random() * 1000))
    const broker = network.brokers[Math.floor(random() * network.brokers.length)]!
    const chance = random()
    if (chance < 0.2) broker.cut()
    else if (chance < 0.35) broker.stop()
    else if (chance < 0.5) network.memory.setUnreachable(broker.address, random() < 0.3)
    else if (chance < 0.6) network.cluster.addresses.delete(broker.id)
    else if (chance < 0.7)
      for (const connection of network.memory.connections) if (random() < 0.3) connection.swallow('both')
    if (random() < 0.8) broker.start()
    if (random() < 0.6) network.cluster.addresses.set(broker.id, broker.address)
  }
  for (const broker of network.brokers) {
    broker.start()
    network.memory.setUnreachable(broker.address, false)
  }
}

for (let seed = 1; seed <= 25; seed++) {
  test(`every request is settled exactly once, whatever goes wrong, and nothing is left (seed ${seed})`, async (t) => {
    const random = seededRandom(seed)
    const pieceSize = () => 1 + Math.floor(random() * 60)
    const network = new ScriptedNetwork({ brokers: 3, seed, latencyMs: seed % 3, pieceSize })
    const client = makeClient(network, {
      requestTimeoutMs: 3000,
      connectionsMaxIdleMs: 4000,
      maxInFlightRequestsPerConnection: 3,
    })
    const fatal: KafkaError[] = []
    client.onFatalError((error) => fatal.push(error))
    misbehave(network, random)
    const traffic = new Traffic(random, 200)
    client.addManager(traffic)
    await disturb(network, random)
    await network.clock.advance(60_000)
    t.deepEqual(fatal, [])
    t.is(traffic.sent, 200)
    t.is(traffic.settled.size, 200)
    t.true([...traffic.settled.values()].every((times) => times === 1))
    t.true(traffic.answered > 20, `${traffic.answered} were answered`)
    await client.close()
    await settle()
    // The broker's delayed answers may still have timers; the client has none, and all streams are closed.
    await network.clock.advance(60_000)
    t.is(network.openConnections, 0)
    t.is(network.clock.nextTimerAtMs, Infinity)
  })
}
