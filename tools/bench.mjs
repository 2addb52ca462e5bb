// `npm run bench`: installs the benchmarks' own dependencies where they are missing, then runs them with this Node; `npm run bench -- clients`
// those of the clients against a real Kafka.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const benchmarks = fileURLToPath(new URL('../benchmarks/', import.meta.url))

if (!existsSync(`${benchmarks}node_modules/node/bin/node`)) {
  // A package outside the workspace: the root's lockfile has no part in it.
  const npm = ['ci', '--prefix', benchmarks, '--workspaces=false', '--install-links=false', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', npm, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
const [first, ...rest] = process.argv.slice(2)
const command = first === 'clients' ? ['clients/main.mjs', ...rest] : ['main.mjs', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [`${benchmarks}${command[0]}`, ...command.slice(1)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
