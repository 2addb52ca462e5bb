import { Command } from 'commander'

import { CommandError } from '../cli/command-error.ts'
import { wholeNumber } from '../cli/number-option.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import type { SetExitCode } from '../program.ts'

const EXAMPLES = `
A broker for tests: everything is kept in memory and gone when it ends. Topics come into being when they are first asked for.

Examples:
  odradek broker
  odradek broker --port 0 --json        a free port; the address is printed as JSON
  kcat -b localhost:9092 -L             any Kafka client can talk to it`

interface BrokerOptions {
  readonly host: string
  readonly port: number
  readonly partitions: number
  readonly json?: true
}

/** `odradek broker`: the reference broker, until Ctrl-C. */
export function brokerCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  return new Command('broker')
    .description('run the reference broker until Ctrl-C')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <n>', 'the port; 0 is any free one', wholeNumber(0, 65_535), 9092)
    .option('--partitions <n>', 'partitions of a topic that is created automatically', wholeNumber(1, 10_000), 1)
    .option('--json', 'print the address as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: BrokerOptions) => {
      setExitCode(await runBroker(io, options))
    })
}

async function runBroker(io: ProgramIo, { host, port, partitions, json }: BrokerOptions): Promise<number> {
  const { Broker } = await import('@odradek/broker')
  const interrupts = io.watchInterrupts()
  try {
    const broker = await Broker.start({ host, port, partitions }).catch((error: unknown) => {
      throw listenError(error, `${host}:${port}`)
    })
    const { bootstrapServers } = broker
    if (json) io.stdout.write(`${JSON.stringify({ ok: true, bootstrapServers })}\n`)
    else io.stdout.write(`The broker listens on ${bootstrapServers}. Ctrl-C ends it.\n`)
    await untilAborted(interrupts.signal)
    await broker.close()
    // Ctrl-C is how this command is meant to end.
    return 0
  } finally {
    interrupts.dispose()
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function listenError(error: unknown, address: string): unknown {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') {
    return new CommandError(`${address} is taken by another program`, {
      hint: 'Choose another --port; 0 is any free one.',
      cause: error,
    })
  }
  if (code === 'EACCES')
    return new CommandError(`${address} may not be used`, { hint: 'Choose a --port above 1023.', cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CommandError(`${address} is no address of this machine`, {
      hint: 'Choose another --host, such as 0.0.0.0 for all.',
      cause: error,
    })
  }
  return error
}

function systemCode(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return at.code
  return undefined
}
