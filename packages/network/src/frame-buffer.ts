import { ByteWriter } from '@odradek/bytes'

/** A frame up to this size is written into the same buffer as the one before it: new ones are most of a busy producer's garbage. */
const LARGEST_KEPT_FRAME = 2 ** 21

const DEFAULT_FRAME_SIZE = 512

/** The buffer that a connection's frames are written into, one after the other. */
export class FrameBuffer {
  #writer = new ByteWriter(0)

  /** A writer with room for a frame; a new one while the frame before it is pending in the stream. */
  writerFor(frameSize: number | undefined, isPending: boolean): ByteWriter {
    const size = frameSize ?? DEFAULT_FRAME_SIZE
    if (isPending || size > LARGEST_KEPT_FRAME) return new ByteWriter(size)
    if (size > this.#writer.buffer.length) this.#writer = new ByteWriter(size)
    return this.#writer
  }
}
