import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'

import { Command } from 'commander'

import { CommandError, usageError } from '../cli/command-error.ts'
import { listenError } from '../cli/listen-error.ts'
import { wholeNumber } from '../cli/number-option.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import { untilAborted } from '../cli/until-aborted.ts'
import type { SetExitCode } from '../program.ts'
import type { KafkaProxyOptions } from '../proxy/kafka-proxy.ts'
import type { ProxyFault } from '../proxy/proxy-fault.ts'

const EXAMPLES = `
A fault is settings with commas between them. Which requests: api, clientId, topic, broker, times, probability. What becomes of them: delayMs,
delayResponseMs, bytesPerSecond, throttleTimeMs, and one of error, drop, disconnect, partialBytes. With 'handled' the broker gets the request
all the same, and only its answer is lost. SASL is between the clients and the brokers: the proxy passes it on.

Examples:
  odradek proxy --to localhost:9092 --fault delayMs=50
  odradek proxy --to kafka:9092 --port 19092 --fault api=Produce,error=NOT_LEADER_OR_FOLLOWER,times=3
  odradek proxy --to kafka:9092 --fault api=Fetch,topic=orders,disconnect,probability=0.1
  odradek proxy --to kafka:9093 --to-tls --to-ca ca.pem --tls-cert proxy.pem --tls-key proxy.key
  odradek proxy --to kafka:9092 --faults faults.json --control-port 8474
  curl -X POST localhost:8474/faults -d '{"api":"Heartbeat","drop":true,"times":1}'`

interface ProxyFlags {
  readonly to: string
  readonly host: string
  readonly port: number
  readonly advertisedHost?: string
  readonly fault?: readonly string[]
  readonly faults?: string
  readonly controlPort?: number
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly tlsClientCa?: string
  readonly toTls?: true
  readonly toCa?: string
  readonly toCert?: string
  readonly toKey?: string
  readonly toServerName?: string
  readonly json?: true
}

/** `odradek proxy`: faults in front of any cluster, until Ctrl-C. */
export function proxyCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  const collect = (text: string, before: readonly string[] = []) => [...before, text]
  return new Command('proxy')
    .description('put faults in front of a cluster until Ctrl-C')
    .requiredOption('--to <host:port,...>', 'brokers of the cluster; the others are found by its metadata')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <n>', 'the port in place of the first broker; 0 is any free one', wholeNumber(0, 65_535), 0)
    .option('--advertised-host <host>', 'the host that clients are told to connect to')
    .option('--fault <settings>', 'a fault; may be repeated', collect)
    .option('--faults <file>', 'a JSON file with an array of faults')
    .option('--control-port <n>', 'take other faults by HTTP at /faults; 0 is any free one', wholeNumber(0, 65_535))
    .option('--tls-cert <file>', 'clients connect by TLS, and see this certificate (PEM, with those that vouch for it)')
    .option('--tls-key <file>', 'its private key (PEM)')
    .option('--tls-client-ca <file>', 'clients must show a certificate that these vouch for (PEM)')
    .option('--to-tls', 'connect to the brokers by TLS; any other --to- option of TLS says so, too')
    .option('--to-ca <file>', "who vouches for the brokers' certificates (PEM)")
    .option('--to-cert <file>', 'the certificate that brokers are shown (PEM)')
    .option('--to-key <file>', 'its private key (PEM)')
    .option('--to-server-name <name>', "the name in the brokers' certificates, where it is not the host's")
    .option('--json', 'print the addresses as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ProxyFlags) => {
      setExitCode(await runProxy(io, flags))
    })
}

async function runProxy(io: ProgramIo, flags: ProxyFlags): Promise<number> {
  const [{ KafkaProxy }, { startControlServer }, { parseBootstrapServers }] = await Promise.all([
    import('../proxy/kafka-proxy.ts'),
    import('../proxy/control-server.ts'),
    import('@odradek/network'),
  ])
  const { host, port, advertisedHost, controlPort } = flags
  const faults = await faultsOf(io, flags)
  const tls = await tlsOf(io, flags)
  const to = parseBootstrapServers(flags.to)
  const interrupts = io.watchInterrupts()
  try {
    const told = new Set<string>()
    const onUpstreamFailure = (broker: string, { message }: Error) => {
      const warning = `odradek: warning: ${broker}: ${message}\n`
      if (!told.has(warning)) io.stderr.write(warning)
      told.add(warning)
    }
    const where = { to, host, port, ...(advertisedHost === undefined ? {} : { advertisedHost }) }
    const options = { ...where, faults, ...tls, onUpstreamFailure }
    await using proxy = await KafkaProxy.start(options).catch((error: unknown) => {
      throw listenError(error, `${host}:${port}`, '--port')
    })
    const starting = controlPort === undefined ? undefined : startControlServer(proxy, host, controlPort)
    const control = await starting?.catch((error: unknown) => {
      throw listenError(error, `${host}:${controlPort}`, '--control-port')
    })
    const { bootstrapServers } = proxy
    const facts = { ok: true, bootstrapServers, ...(control && { control: control.url }), pid: process.pid }
    if (flags.json) io.stdout.write(`${JSON.stringify(facts)}\n`)
    else io.stdout.write(`The proxy to ${flags.to} listens on ${bootstrapServers}. Ctrl-C ends it.\n`)
    await untilAborted(interrupts.signal)
    await control?.close()
    return 0
  } finally {
    interrupts.dispose()
  }
}

async function faultsOf(io: ProgramIo, { fault = [], faults: file }: ProxyFlags): Promise<ProxyFault[]> {
  const { checkedFault, parseFault } = await import('../proxy/proxy-fault.ts')
  const byFlags = fault.map(parseFault)
  if (file === undefined) return byFlags
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${file} cannot be read`, { hint: 'Give --faults a JSON file.', cause: error })
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new CommandError(`${file} is no JSON`, { hint: 'It holds an array of faults.', cause })
  }
  if (!Array.isArray(given)) throw usageError(`${file} holds no array of faults`)
  return [...given.map(checkedFault), ...byFlags]
}

/** Throws CommandError where a file cannot be read, and where keys and certificates make no sense together. */
async function tlsOf(io: ProgramIo, flags: ProxyFlags): Promise<Pick<KafkaProxyOptions, 'ssl' | 'toSsl'>> {
  const { tlsCert, tlsKey, tlsClientCa, toTls, toCa, toCert, toKey, toServerName: serverName } = flags
  if ((tlsCert === undefined) !== (tlsKey === undefined)) throw usageError('give --tls-cert and --tls-key together')
  if ((toCert === undefined) !== (toKey === undefined)) throw usageError('give --to-cert and --to-key together')
  if (tlsClientCa !== undefined && tlsCert === undefined)
    throw usageError('--tls-client-ca needs --tls-cert and --tls-key')
  const read = (file: string | undefined) => (file === undefined ? undefined : readPem(io, file))
  const [cert, key, clientCa] = [await read(tlsCert), await read(tlsKey), await read(tlsClientCa)]
  const [ca, ownCert, ownKey] = [await read(toCa), await read(toCert), await read(toKey)]
  checkPair(cert, key, `${tlsCert} and ${tlsKey}`)
  checkPair(ownCert, ownKey, `${toCert} and ${toKey}`)
  const isUpstream = [toTls, toCa, toCert, serverName].some((given) => given !== undefined)
  return {
    ...(cert !== undefined &&
      key !== undefined && {
        ssl: { cert, key, ...(clientCa !== undefined && { ca: clientCa, clientAuth: 'required' as const }) },
      }),
    ...(isUpstream && {
      toSsl: {
        ...(ca !== undefined && { ca }),
        ...(ownCert !== undefined && ownKey !== undefined && { cert: ownCert, key: ownKey }),
        ...(serverName !== undefined && { serverName }),
      },
    }),
  }
}

async function readPem(io: ProgramIo, file: string): Promise<string> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${file} cannot be read`, { hint: 'Give a file in PEM.', cause: error })
  })
  if (!text.includes('-----BEGIN '))
    throw new CommandError(`${file} is not in PEM`, { hint: 'It has -----BEGIN lines.' })
  return text
}

function checkPair(cert: string | undefined, key: string | undefined, files: string): void {
  if (cert === undefined || key === undefined) return
  try {
    createSecureContext({ cert, key })
  } catch (cause) {
    throw new CommandError(`${files} are no certificate with its key`, {
      hint: 'Give the private key (unencrypted) that the first certificate was made for.',
      cause,
    })
  }
}
