import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import type { SendOperation } from '@odradek/network'
import test from 'ava'

import { setUp } from './scripted-producer.ts'

const START = 'tracing:odradek:producer:send:start'

class Order {
  readonly topic = 'orders'
  readonly #id: number

  constructor(id: number) {
    this.#id = id
  }

  get value(): string {
    return `order ${this.#id}`
  }
}

test.serial(
  'records of a class of the user are sent the same, whether somebody listens and adds headers or not',
  async (t) => {
    const { producer, until, logs } = setUp(t)
    await until(producer.send(new Order(1)))
    for (const added of [[], [{ key: 'traceparent', value: 'a' }]]) {
      const listener = (operation: unknown) => (operation as SendOperation).addedHeaders.push(...added)
      subscribe(START, listener)
      await until(producer.send(new Order(2)))
      await until(producer.sendBatch([new Order(3)]))
      unsubscribe(START, listener)
    }
    t.deepEqual(logs.log('orders', 0), ['order 1', 'order 2', 'order 3', 'order 2', 'order 3'])
  },
)
