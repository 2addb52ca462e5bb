/** One node of a cluster: its JVM, which comes and goes, and its folder with data, settings and log, which stays. */
import { JavaProcess } from './java-process.ts'
import type { ProcessEnd } from './java-process.ts'
import { nextState } from './node-state.ts'
import type { NodeState } from './node-state.ts'
import type { Watchdog } from './watchdog.ts'

/** What a node is run with. */
export interface NodeLaunch {
  readonly nodeId: number
  readonly isBroker: boolean
  readonly isController: boolean
  /** By listener; empty for a node that is a controller alone. */
  readonly ports: ReadonlyMap<string, number>
  /** Where the brokers reach each other and the tools reach them; `undefined` for a node that is a controller alone. */
  readonly internalPort: number | undefined
  readonly java: string
  readonly args: string[]
  readonly logFile: string
  readonly watchdog: Watchdog
}

/** Hears of a process that ended though nobody here ended it. */
export type OnDied = (node: KafkaNode, process: JavaProcess, end: ProcessEnd) => void

/** A node's process with the states of node-state.ts. */
export class KafkaNode {
  readonly launch: NodeLaunch
  /** For people: `Broker 2`, `Controller 3`. */
  readonly name: string
  readonly #onDied: OnDied
  #state: NodeState = 'stopped'
  #process: JavaProcess | undefined

  constructor(launch: NodeLaunch, onDied: OnDied) {
    this.launch = launch
    this.name = `${launch.isBroker ? 'Broker' : 'Controller'} ${launch.nodeId}`
    this.#onDied = onDied
  }

  get state(): NodeState {
    return this.#state
  }

  /** The JVM, the one that ended included; `undefined` before the first start. */
  get process(): JavaProcess | undefined {
    return this.#process
  }

  /** Starts the JVM; its answers come later. */
  async start(): Promise<JavaProcess> {
    const running = nextState(this.name, this.#state, 'running')
    const { java, args, logFile, watchdog } = this.launch
    const process = await JavaProcess.start(java, args, logFile, watchdog)
    this.#process = process
    this.#state = running
    void process.ended.then((end) => this.#onEnd(process, end))
    return process
  }

  /** SIGSTOP: the process keeps its connections and answers nothing. */
  freeze(): void {
    this.#moveTo('frozen')
    this.#process?.send('SIGSTOP')
  }

  /** SIGCONT: it goes on as if nothing had been. */
  thaw(): void {
    if (this.#state === 'frozen') this.#process?.send('SIGCONT')
    this.#moveTo('running')
  }

  /** SIGKILL. Resolves when the process is gone; at once if there is none. */
  async kill(): Promise<void> {
    if (this.#state === 'running' || this.#state === 'frozen') this.#moveTo('ending')
    this.#process?.send('SIGKILL')
    await this.#process?.ended
  }

  /** SIGTERM, and SIGKILL when `patience` settles. Resolves when the process is gone; at once if there is none. */
  async shutDown(patience: Promise<unknown>): Promise<void> {
    if (this.#state === 'frozen') return this.kill()
    if (this.#state === 'running') this.#moveTo('ending')
    await this.#process?.stop(patience)
  }

  #onEnd(process: JavaProcess, end: ProcessEnd): void {
    if (this.#state === 'ending') return this.#moveTo('stopped')
    this.#moveTo('died')
    this.#onDied(this, process, end)
  }

  #moveTo(state: NodeState): void {
    this.#state = nextState(this.name, this.#state, state)
  }
}
