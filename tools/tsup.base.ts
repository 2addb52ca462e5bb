import { defineConfig, type Options } from 'tsup'

/**
 * The build that every package shares: ESM and CJS with shared chunks, so that a class is one class whichever door it came through.
 * `#name` imports stay as they are: package.json's `imports` chooses the Node twin or the neutral file when the code runs.
 */
export const packageBuild = (entry: string[], options: Options = {}) =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    splitting: true,
    sourcemap: true,
    clean: true,
    dts: false,
    silent: true,
    external: [/^#/, /^node:/],
    outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
    ...options,
  })
