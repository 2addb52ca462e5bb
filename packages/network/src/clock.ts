/** Where time comes from, so that tests can run hours of it in milliseconds. Nothing else in the project asks the system for the time. */
export interface Clock {
  /** Milliseconds of a clock that never jumps: for time-outs and back-offs. Its zero means nothing. */
  nowMs(): number
  /** Milliseconds since 1970, as the user's wall clock has it: for record timestamps only. */
  wallClockMs(): number
  /** Calls `onTime` once, after `delayMs` or more. */
  setTimer(delayMs: number, onTime: () => void): Timer
  /** Calls `onTurn` once, when the event loop has had its turn: sockets that have something were read. No time passes for it. */
  nextTurn(onTurn: () => void): void
}

/** A call that is to come. */
export interface Timer {
  /** Takes the call back; harmless when it has been made. */
  cancel(): void
}

/** setTimeout holds delays in a signed 32-bit integer, and warns and fires at once beyond it; a timer that fires early is set again by its owner. */
const LONGEST_TIMER_MS = 0x7fffffff

/** The system's clocks and timers. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallClockMs: () => Date.now(),
  setTimer(delayMs, onTime) {
    const timer = setTimeout(onTime, Math.min(Math.max(0, Math.ceil(delayMs)), LONGEST_TIMER_MS))
    return { cancel: () => clearTimeout(timer) }
  },
  nextTurn: (onTurn) => void setImmediate(onTurn),
}

/** The system's clocks, with timers that do not keep the process alive. */
export const backgroundClock: Clock = {
  ...systemClock,
  setTimer(delayMs, onTime) {
    const timer = setTimeout(onTime, Math.min(Math.max(0, Math.ceil(delayMs)), LONGEST_TIMER_MS)).unref()
    return { cancel: () => clearTimeout(timer) }
  },
}
