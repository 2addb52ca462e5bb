/** A line: its bytes without the line end, and its number in its file, from 1. */
export interface Line {
  readonly lineNumber: number
  readonly value: Uint8Array
}

/** A line that was left out because it is longer than the limit. */
export interface LongLine {
  readonly lineNumber: number
  /** Its length without the line feed, in bytes. */
  readonly sizeInBytes: number
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * Cuts a stream of bytes into lines, keeping at most one line's bytes. A line ends with LF or CRLF, and both are cut off; a CR elsewhere is
 * data. Bytes after the last line end are a line too; an empty file has none. Bytes are not looked at as text, so invalid UTF-8
 * stays as it is.
 */
export class LineSplitter {
  readonly #maxLineBytes: number
  readonly #onLongLine: (line: LongLine) => void
  #lineNumber = 1
  /** Pieces of the line that has no end yet. */
  #pieces: Uint8Array[] = []
  /** Bytes of that line so far, also where the pieces have been let go because it is too long. */
  #pendingBytes = 0

  constructor(maxLineBytes: number, onLongLine: (line: LongLine) => void) {
    this.#maxLineBytes = maxLineBytes
    this.#onLongLine = onLongLine
  }

  /** Takes the next bytes and returns the lines that end in them. Values may be views on `chunk`. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.#append(chunk.subarray(start, end))
      this.#finishLine(lines)
      start = end + 1
    }
    this.#append(chunk.subarray(start))
    return lines
  }

  /** The input is over: returns the last line, where it has no line end. */
  end(): Line[] {
    const lines: Line[] = []
    if (this.#pendingBytes > 0) this.#finishLine(lines)
    return lines
  }

  #append(piece: Uint8Array): void {
    if (piece.length === 0) return
    this.#pendingBytes += piece.length
    // One byte more than the limit may still be the CR of a CRLF.
    if (this.#pendingBytes > this.#maxLineBytes + 1) this.#pieces = []
    else this.#pieces.push(piece)
  }

  #finishLine(lines: Line[]): void {
    const sizeInBytes = this.#pendingBytes
    const joined = this.#pieces.length === 1 ? this.#pieces[0]! : concatenate(this.#pieces)
    const value = joined.at(-1) === CARRIAGE_RETURN ? joined.subarray(0, -1) : joined
    if (sizeInBytes > this.#maxLineBytes + 1 || value.length > this.#maxLineBytes) {
      this.#onLongLine({ lineNumber: this.#lineNumber, sizeInBytes })
    } else {
      lines.push({ lineNumber: this.#lineNumber, value })
    }
    this.#lineNumber++
    this.#pieces = []
    this.#pendingBytes = 0
  }
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
