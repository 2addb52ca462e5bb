// Reads a Dockerfile and its ignore file, as far as ours need it: stages, COPY, RUN, ENV, USER, HEALTHCHECK and ENTRYPOINT.

/** The stages of a Dockerfile: `from`, `name` and their instructions, each a keyword and its text. Throws where a line is none. */
export function parseDockerfile(text) {
  const stages = []
  for (const line of logicalLines(text)) {
    const [, keyword, value] = /^([A-Z]+)\s+([^]+)$/.exec(line) ?? []
    if (keyword === undefined) throw new Error(`the Dockerfile has a line that is no instruction: ${line}`)
    if (keyword !== 'FROM') {
      stages.at(-1).instructions.push({ keyword, value })
      continue
    }
    const [, from, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(value) ?? []
    stages.push({ from, name: name ?? String(stages.length), instructions: [] })
  }
  return stages
}

/** Lines that end with a backslash go on; comments and empty lines are left out. */
function logicalLines(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
}

/** `A=1 B=2` as an object. */
export function parseEnv(value) {
  return Object.fromEntries(value.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2)))
}

/** Says which files of a build context are sent, by the lines of a .dockerignore: the last one that fits a path or a folder above it holds. */
export function contextFilter(text) {
  const rules = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }))
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.keeps ?? true
}

function patternOf(glob) {
  const source = glob
    .split('/')
    .map((part) =>
      part === '**' ? '(?:.*/)?' : `${part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}/`,
    )
    .join('')
    .replace(/\/$/, '')
  return new RegExp(`^${source}(?:/|$)`)
}
