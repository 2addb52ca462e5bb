// Makes what a runtime is given to run the end-to-end tests: a project outside the repository with all packages installed from their
// tarballs, and the tests in a bundle that leaves those packages to be resolved by whoever runs it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'esbuild'

import { installPacked, publicPackages } from '../../tools/packed-packages.mjs'
import { root } from '../../tools/setup.mjs'
import { here } from '../prepare.mjs'

export async function prepareClients(project) {
  installPacked(project, publicPackages())
  copyFileSync(join(here, 'runners', 'run-clients.mjs'), join(project, 'run-clients.mjs'))
  await build({
    entryPoints: [join(here, 'clients', 'main.ts')],
    outfile: join(project, 'clients.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    external: publicPackages().flatMap(({ name }) => [name, `${name}/*`]),
    alias: { ava: join(here, 'clients', 'ava.ts'), '@odradek/test-kit': join(root, 'packages/test-kit/src/index.ts') },
    // CommonJS among what is bundled asks for Node's modules.
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
}
