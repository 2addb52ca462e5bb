// kcat against a broker: each scenario is a few runs of the program.
import { spawn } from 'node:child_process'

import { collector, eachAttempt, main, records } from '../node/scenarios.mjs'

const END_MS = 60_000

/** The flags of a connection. */
function flagsOf({ bootstrap, ca, cert, key, sasl }) {
  const protocol = (sasl ? 'SASL_' : '') + (ca ? 'SSL' : 'PLAINTEXT')
  const options = { 'security.protocol': protocol }
  if (ca) options['ssl.ca.location'] = ca
  if (cert) Object.assign(options, { 'ssl.certificate.location': cert, 'ssl.key.location': key })
  if (sasl) options['sasl.mechanism'] = sasl.mechanism
  if (sasl?.mechanism === 'OAUTHBEARER') {
    options['enable.sasl.oauthbearer.unsecure.jwt'] = 'true'
    options['sasl.oauthbearer.config'] = `principal=${sasl.username}`
  } else if (sasl) Object.assign(options, { 'sasl.username': sasl.username, 'sasl.password': sasl.password })
  return ['-b', bootstrap, ...Object.entries(options).flatMap(([name, value]) => ['-X', `${name}=${value}`])]
}

/** A run of kcat: its lines as they come, what it says besides, and its end. */
function kcat(config, args, { onLine = () => {} } = {}) {
  const child = spawn('kcat', [...flagsOf(config), ...args], { timeout: END_MS })
  const said = { out: '', error: '' }
  const waiting = []
  child.stdout.on('data', (text) => {
    said.out += text
    const lines = said.out.split('\n')
    said.out = lines.pop()
    lines.forEach(onLine)
  })
  child.stderr.on('data', (text) => {
    said.error += text
    for (const { pattern, resolve } of waiting) if (pattern.test(said.error)) resolve()
  })
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code ? reject(new Error(said.error || `kcat ended with ${code}`)) : resolve()))
  })
  ended.catch(() => {})
  /** Resolves when it says so on its standard error. */
  const says = (pattern) =>
    Promise.race([
      new Promise((resolve) => waiting.push({ pattern, resolve })),
      ended.then(() => Promise.reject(new Error(said.error))),
    ])
  return { child, ended, says }
}

function linesOf({ count }, prefix) {
  return records(count, prefix)
    .map(({ key, value }) => `${key}:${value}\n`)
    .join('')
}

async function produce(config, { prefix = 'value', flags = [] } = {}) {
  const { topic, compression = 'none' } = config
  const { child, ended } = kcat(config, ['-P', '-t', topic, '-K:', '-z', compression, ...flags])
  child.stdin.end(linesOf(config, prefix))
  await ended
}

function member(config, collected, flags = []) {
  const onLine = (line) => collected.add(...line.split('='))
  const group = ['-X', 'auto.offset.reset=earliest', '-X', 'heartbeat.interval.ms=200', '-f', '%k=%s\n', '-u', ...flags]
  const run = kcat(config, ['-G', config.group, ...group, config.topic], { onLine })
  run.ended.catch((error) => collected.fail(error))
  const leave = async () => {
    run.child.kill('SIGTERM')
    await run.ended
  }
  return { ...run, leave }
}

async function roundTrip(config) {
  await produce(config)
  const collected = collector(config.count)
  const { leave, child } = member(config, collected)
  try {
    const read = await collected.done
    await leave()
    return { read }
  } finally {
    child.kill()
  }
}

await main({
  roundTrip,
  // What it asks first is the metadata, as `-L` does; that ends at the first refusal.
  attempts: ({ attempts }) => eachAttempt(attempts, (config) => kcat(config, ['-L', '-m', '10']).ended, roundTrip),

  async rebalance(config) {
    const collected = collector(config.count)
    const ASSIGNED = /rebalanced.*assigned: t \[/
    const first = member(config, collected)
    await first.says(ASSIGNED)
    const second = member(config, collected)
    await second.says(ASSIGNED)
    await produce(config)
    await first.leave()
    const read = await collected.done
    await second.leave()
    return { read }
  },

  async transactions(config) {
    const flags = ['-X', `transactional.id=${config.transactionalId}`]
    await produce(config, { prefix: 'committed', flags })
    // Killed in the middle of its transaction, it commits nothing: the next producer of the id ends that.
    const cut = kcat(config, ['-P', '-t', config.topic, '-K:', ...flags])
    cut.child.stdin.write(linesOf(config, 'aborted'))
    // It reads its input in blocks, so that not all lines go out as long as the input is open.
    const seen = collector(config.count + 1)
    const looking = member({ ...config, group: `${config.group}-looking` }, seen, [
      '-X',
      'isolation.level=read_uncommitted',
    ])
    await seen.done
    await looking.leave()
    cut.child.kill('SIGKILL')
    await cut.ended.catch(() => {})
    await produce(config, { prefix: 'last', flags })
    const collected = collector(2 * config.count)
    const reading = member(config, collected, ['-X', 'isolation.level=read_committed'])
    const read = await collected.done
    await reading.leave()
    return { read }
  },
})
