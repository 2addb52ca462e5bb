import { EventEmitter } from 'node:events'

import test from 'ava'

import { watchInterrupts, type SignalSource } from '../../src/cli/interrupts.ts'

function setUp() {
  const exits: number[] = []
  const emitter = new EventEmitter()
  const source = Object.assign(emitter, { exit: (code: number) => exits.push(code) }) as unknown as SignalSource
  let nowMs = 0
  const interrupts = watchInterrupts(source, { now: () => nowMs })
  return { emitter, exits, interrupts, wait: (ms: number) => (nowMs += ms) }
}

test('the first Ctrl-C asks to stop, the second ends at once', (t) => {
  const { emitter, exits, interrupts, wait } = setUp()
  t.is(interrupts.exitCode, undefined)
  emitter.emit('SIGINT')
  t.true(interrupts.signal.aborted)
  t.is(interrupts.exitCode, 130)
  t.deepEqual(exits, [])
  wait(1000)
  emitter.emit('SIGINT')
  t.deepEqual(exits, [130])
})

test('a signal that comes twice at once, from the terminal and from npm, is one', (t) => {
  const { emitter, exits, wait } = setUp()
  emitter.emit('SIGINT')
  wait(20)
  emitter.emit('SIGINT')
  t.deepEqual(exits, [])
})

test('SIGTERM has its own exit code', (t) => {
  const { emitter, interrupts } = setUp()
  emitter.emit('SIGTERM')
  t.is(interrupts.exitCode, 143)
})

test('after dispose signals are left to others', (t) => {
  const { emitter, interrupts } = setUp()
  interrupts.dispose()
  t.is(emitter.listenerCount('SIGINT') + emitter.listenerCount('SIGTERM'), 0)
})
