import { backgroundClock, type Clock, systemClock } from './clock.ts'
import { backgroundTcp, nodeTcp } from './transport/node-tcp.ts'
import type { Transport } from './transport/transport.ts'

/** All that a client takes from the world around it; tests give it a fake clock, a network in memory and seeded random numbers. */
export interface Environment {
  readonly clock: Clock
  readonly transport: Transport
  /** Numbers in [0, 1). */
  readonly random: () => number
}

/** The real world: TCP, the system's clock, `Math.random`. */
export function systemEnvironment(): Environment {
  return { clock: systemClock, transport: nodeTcp, random: Math.random }
}

/** The real world for what must not keep the process alive: its ports, streams and timers end with it. For servers within tests. */
export function backgroundEnvironment(): Environment {
  return { clock: backgroundClock, transport: backgroundTcp, random: Math.random }
}
