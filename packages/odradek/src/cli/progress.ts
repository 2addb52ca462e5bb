import { MultiBar, Presets } from 'cli-progress'

import type { ProgramIo } from './program-io.ts'

/** One thing that grows towards a total. */
export interface ProgressBar {
  readonly label: string
  /** What is counted, such as `records`. */
  readonly unit: string
  value(): number
  /** Undefined while it is not known. */
  total(): number | undefined
}

/** What a progress display is made with. */
export interface ProgressOptions {
  readonly bars: readonly ProgressBar[]
  /** Without a terminal, print nothing (else: a plain line now and then). */
  readonly onlyOnTerminal?: boolean
}

/** A running progress display on stderr. */
export interface Progress {
  /** Prints something else meanwhile, without the bars in its way. */
  print(write: () => void): void
  /** Draws the last state and ends. */
  stop(): void
}

const REDRAW_MS = 100
const PLAIN_LINE_MS = 2000

/** Shows bars on a terminal; elsewhere a plain line every two seconds, where something changed. */
export function createProgress(io: ProgramIo, options: ProgressOptions): Progress {
  if (io.stderr.isTTY) return terminalProgress(io, options.bars)
  return options.onlyOnTerminal ? { print: (write) => write(), stop: () => {} } : plainProgress(io, options.bars)
}

function terminalProgress(io: ProgramIo, bars: readonly ProgressBar[]): Progress {
  let running = start()
  const timer = setInterval(() => running.update(), REDRAW_MS)
  timer.unref()
  return {
    print(write) {
      running.stop()
      write()
      running = start()
    },
    stop() {
      clearInterval(timer)
      running.stop()
    },
  }

  function start() {
    const display = new MultiBar(
      {
        format: '{label} [{bar}] {percentage}% {counts}',
        barsize: 30,
        hideCursor: true,
        clearOnComplete: true,
        emptyOnZero: true,
        stream: io.stderr,
      },
      Presets.shades_classic,
    )
    const drawn = bars.map((bar) => display.create(bar.total() ?? 0, 0, payload(bar)))
    const update = () => {
      for (const [i, bar] of bars.entries()) {
        drawn[i]!.setTotal(bar.total() ?? bar.value())
        drawn[i]!.update(bar.value(), payload(bar))
      }
    }
    update()
    return {
      update,
      stop() {
        update()
        display.stop()
      },
    }
  }

  function payload(bar: ProgressBar): object {
    const width = Math.max(...bars.map(({ label }) => label.length))
    return { label: bar.label.padEnd(width), counts: countsText(bar) }
  }
}

function plainProgress(io: ProgramIo, bars: readonly ProgressBar[]): Progress {
  let last = ''
  const print = () => {
    const line = bars.map((bar) => `${bar.label} ${countsText(bar)}`).join(', ')
    if (line !== last) io.stderr.write(`${line}\n`)
    last = line
  }
  const timer = setInterval(print, PLAIN_LINE_MS)
  timer.unref()
  return {
    print: (write) => write(),
    stop() {
      clearInterval(timer)
      // Nothing happened: whatever comes next says why.
      if (bars.some((bar) => bar.value() > 0)) print()
    },
  }
}

function countsText(bar: ProgressBar): string {
  const total = bar.total()
  const value = bar.value().toLocaleString('en-US')
  return total === undefined ? `${value} ${bar.unit}` : `${value} of ${total.toLocaleString('en-US')} ${bar.unit}`
}
