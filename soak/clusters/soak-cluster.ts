/** A cluster of three nodes that can be hurt. */
export interface SoakCluster extends AsyncDisposable {
  /** For the table, such as `Apache Kafka 4.3.1, 3 nodes`. */
  readonly name: string
  readonly bootstrapServers: string
  readonly nodeIds: readonly number[]
  /** `kill -9`; resolves when the node is gone. */
  kill(nodeId: number): Promise<void>
  /** Starts a node that was killed; its ports stay the same. Resolves when its process runs. */
  restart(nodeId: number): Promise<void>
  /** SIGSTOP to all nodes: connections stay open, and nothing answers. */
  freezeAll(): Promise<void>
  /** SIGCONT. */
  thawAll(): Promise<void>
  /** Runs one of Kafka's command line tools against it; gives what it prints. */
  runTool(tool: 'console-consumer', args: readonly string[]): Promise<string>
}
