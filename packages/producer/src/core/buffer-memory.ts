/** The bound on what unsettled records may take: Kafka's `buffer.memory`. It counts; the buffers are made elsewhere. */
export class BufferMemory {
  readonly limitBytes: number
  private used = 0

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes
  }

  /** What is taken now. */
  get usedBytes(): number {
    return this.used
  }

  /** Whether `bytes` can be taken now. */
  hasRoomFor(bytes: number): boolean {
    return this.used + bytes <= this.limitBytes
  }

  /** Takes `bytes`, for which there must be room. */
  reserve(bytes: number): void {
    this.used += bytes
  }

  /** Gives back what was taken. */
  release(bytes: number): void {
    this.used -= bytes
  }
}
