// The part of cli-progress that is used here; the package itself brings no declarations.
declare module 'cli-progress' {
  /** What a display is made with; the package's README describes each. */
  export interface MultiBarOptions {
    format: string
    barsize: number
    hideCursor: boolean
    clearOnComplete: boolean
    emptyOnZero: boolean
    stream: { write(text: string): unknown }
  }
  /** One bar of a display. */
  export interface Bar {
    update(value: number, payload: object): void
    setTotal(total: number): void
  }
  /** Several bars below each other. */
  export class MultiBar {
    constructor(options: MultiBarOptions, preset: object)
    create(total: number, startValue: number, payload: object): Bar
    stop(): void
  }
  /** How bars look. */
  export const Presets: { readonly shades_classic: object }
}
