// What waits for a handler of `consumer.run`, in lanes: of a lane one task is in work at a time, in its order. Tasks of paused partitions are
// put aside when their turn comes, so that what shares a lane with them goes on.
import type { PartitionRun, RunTask } from './partition-run.ts'

/** Tasks that are worked on one after the other. */
export interface Lane {
  queue: RunTask[]
  isBusy: boolean
}

/** A task whose turn has come. */
export interface NextTask {
  readonly lane: Lane
  readonly task: RunTask
}

/** See the head of the file. */
export class Lanes {
  readonly #lanes = new Map<string | number, Lane>()
  /** Those with a task to begin and none in work, each of them once. */
  #ready: Lane[] = []
  /** Of each paused partition what has had its turn, in order. */
  readonly #aside = new Map<PartitionRun, NextTask[]>()

  /** Puts a task at the end of its lane; without an `id` it has one of its own. */
  add(id: string | number | undefined, task: RunTask): void {
    const lane = id === undefined ? newLane() : this.#laneOf(id)
    lane.queue.push(task)
    if (!lane.isBusy && lane.queue.length === 1) this.#ready.push(lane)
  }

  /** The next task to begin, whose lane is busy from now on. */
  next(): NextTask | undefined {
    for (;;) {
      const lane = this.#ready.shift()
      if (lane === undefined) return undefined
      const task = lane.queue.shift()!
      const { run } = task
      if (!run.isCancelled && !run.partition.isPaused) {
        lane.isBusy = true
        return { lane, task }
      }
      if (!run.isCancelled) this.#putAside(lane, task)
      if (lane.queue.length > 0) this.#ready.push(lane)
    }
  }

  /** The task in work of this lane has ended. */
  release(lane: Lane): void {
    lane.isBusy = false
    if (lane.queue.length > 0) this.#ready.push(lane)
  }

  /** What was put aside of this partition takes its place again, before what came after it. */
  resume(run: PartitionRun): void {
    const aside = this.#aside.get(run)
    if (aside === undefined) return
    this.#aside.delete(run)
    const byLane = new Map<Lane, RunTask[]>()
    for (const { lane, task } of aside) {
      const tasks = byLane.get(lane)
      if (tasks === undefined) byLane.set(lane, [task])
      else tasks.push(task)
    }
    for (const [lane, tasks] of byLane) {
      if (!lane.isBusy && lane.queue.length === 0) this.#ready.push(lane)
      lane.queue = [...tasks, ...lane.queue]
    }
  }

  /** What waits of runs that were cancelled goes: a lane whose task hangs would keep it, seek after seek. */
  dropCancelled(): void {
    for (const run of this.#aside.keys()) if (run.isCancelled) this.#aside.delete(run)
    for (const lane of new Set([...this.#lanes.values(), ...this.#ready]))
      if (lane.queue.some(({ run }) => run.isCancelled)) lane.queue = lane.queue.filter(({ run }) => !run.isCancelled)
    this.#ready = this.#ready.filter(({ queue }) => queue.length > 0)
  }

  #laneOf(id: string | number): Lane {
    let lane = this.#lanes.get(id)
    if (lane === undefined) this.#lanes.set(id, (lane = newLane()))
    return lane
  }

  #putAside(lane: Lane, task: RunTask): void {
    const aside = this.#aside.get(task.run)
    if (aside === undefined) this.#aside.set(task.run, [{ lane, task }])
    else aside.push({ lane, task })
  }
}

function newLane(): Lane {
  return { queue: [], isBusy: false }
}
