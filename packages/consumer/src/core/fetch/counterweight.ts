// V8 frees the buffers that die young with its young generation, and collects that by what lies on the heap alone. Records of 10 KB leave
// little there: their buffers then wait for collections of everything, which V8 makes for every 13 to 25 MB of them. With half as much garbage on
// the heap as there is in buffers, the cheap collections come in time.

/** Short: the last one outlives each collection, and the more outlives them, the larger V8 makes the young generation. */
const ARRAY_LENGTH = 2000

/** What an array takes where a slot is 8 bytes. */
export const ARRAY_BYTES = ARRAY_LENGTH * 8

/** What comes with records up to this size is freed in time anyhow, by what reading them leaves on the heap. */
export const BALANCED_RECORD_BYTES = 2000

/** More is laid down in no one go: what came while there was no time for it is let go. */
export const MOST_OWED_BYTES = 4 * 2 ** 20

/** See the head of the file. */
export class Counterweight {
  /** The array that was laid down last: the compiler would leave out one that nobody can see. */
  array: readonly unknown[] = []
  #owed = 0

  /** Buffers of so many bytes came, with so many records. */
  onReceived(bytes: number, records: number): void {
    const owed = this.#owed + (bytes - records * BALANCED_RECORD_BYTES) / 2
    this.#owed = Math.min(Math.max(0, owed), MOST_OWED_BYTES)
  }

  /** To be called when nothing waits for it: it takes as long as a request to be written. */
  layDown(): void {
    for (; this.#owed >= ARRAY_BYTES; this.#owed -= ARRAY_BYTES) this.array = new Array<unknown>(ARRAY_LENGTH)
  }
}
