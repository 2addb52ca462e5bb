// How long the reference broker takes to answer: in a process that has imported it, and as a program.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { cpuSecondsOf, residentMegabytesOf } from './brokers.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const run = promisify(execFile)

/** Metadata 0 of all topics: length, API key, version, correlation id, no client id, no topics. */
const METADATA = Buffer.from('0000000e000300000000000100000000' + '0000', 'hex')

/** Resolves when the broker has answered Metadata. */
export async function firstMetadata(port) {
  const socket = connect(port, '127.0.0.1')
  try {
    socket.write(METADATA)
    await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => Promise.reject(new Error('no answer')))])
  } finally {
    socket.destroy()
  }
}

/** One start in a fresh process: ms to import, ms from the call of `Broker.start` to the first answer. */
export async function startInProcess(flags) {
  const { stdout } = await run(process.execPath, [...flags, join(here, 'start-in-process.mjs')], { cwd: root })
  return JSON.parse(stdout)
}

/** One start of `odradek broker`: ms to the ready line and to the first answer, CPU ms, and what it holds in memory a while later. */
export async function startProgram() {
  const startedAt = performance.now()
  const program = join(root, 'packages/odradek/dist/main.js')
  const child = spawn(process.execPath, [program, 'broker', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const readyMs = performance.now() - startedAt
  await firstMetadata(Number(JSON.parse(line).bootstrapServers.split(':')[1]))
  const metadataMs = performance.now() - startedAt
  const cpuMs = cpuSecondsOf(child.pid) * 1000
  await delay(3000)
  const residentMegabytes = residentMegabytesOf(child.pid)
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
  return { readyMs, metadataMs, cpuMs, residentMegabytes }
}
