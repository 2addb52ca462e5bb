/** Collects lines of code with the right indentation, and the names that they use from other modules. */
export class CodeWriter {
  readonly #lines: string[] = []
  readonly #imports = new Map<string, Set<string>>()
  #depth = 0

  /** Adds a line; without text, an empty one. */
  line(text = ''): void {
    this.#lines.push(text === '' ? '' : '  '.repeat(this.#depth) + text)
  }

  /** Adds `opening`, what `body` writes one step further in, and `closing`. */
  block(opening: string, body: () => void, closing = '}'): void {
    this.line(opening)
    this.#depth++
    body()
    this.#depth--
    this.line(closing)
  }

  /**
   * Adds a function, its parameters on lines of their own where they do not fit on one. A parameter that the body does not
   * name gets an underscore.
   */
  functionBlock(name: string, parameters: readonly string[], result: string, body: () => void): void {
    const first = this.#lines.length
    this.#depth++
    body()
    this.#depth--
    const written = this.#lines.splice(first)
    const used = parameters.map((parameter) =>
      isNamed(written, parameter.split(':')[0]!) ? parameter : `_${parameter}`,
    )
    const line = `${name}(${used.join(', ')}): ${result} {`
    if (line.length <= 120) this.line(line)
    else {
      this.block(`${name}(`, () => used.forEach((parameter) => this.line(`${parameter},`)), `): ${result} {`)
    }
    this.#lines.push(...written)
    this.line('}')
  }

  /** Adds `if (test) { ... } else if ... { ... } else { ... }`; a branch without a test is the last. */
  chain(branches: readonly { readonly test: string | undefined; readonly body: () => void }[]): void {
    branches.forEach(({ test, body }, i) => {
      if (i === 0 && test === undefined) return body()
      this.line(`${i === 0 ? '' : '} else '}${test === undefined ? '{' : `if (${test}) {`}`)
      this.#depth++
      body()
      this.#depth--
      if (i === branches.length - 1) this.line('}')
    })
  }

  /** Notes that `name` comes from `module`, and gives the name back. A name may begin with `type `. */
  use(module: string, name: string): string {
    const names = this.#imports.get(module) ?? new Set()
    this.#imports.set(module, names.add(name))
    return name.replace(/^type /, '')
  }

  /** A JSDoc comment: on one line where there is one. */
  doc(lines: readonly string[]): void {
    const [first] = lines
    if (lines.length === 1 && first) return this.line(`/** ${first} */`)
    this.line('/**')
    for (const line of lines) this.line(` * ${line}`)
    this.line(' */')
  }

  /** The import statements for what was used, modules of other packages first. */
  imports(): string {
    const modules = [...this.#imports].sort(
      ([a], [b]) => Number(a.startsWith('.')) - Number(b.startsWith('.')) || (a < b ? -1 : 1),
    )
    return modules.map(([module, names]) => printImport(module, [...names])).join('')
  }

  /** What was written, without imports. */
  toString(): string {
    return `${this.#lines.join('\n')}\n`
  }
}

// Whether code, and not only a string in it, names a variable.
function isNamed(lines: readonly string[], name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`)
  return lines.some((line) => word.test(line.replace(/'[^']*'/g, '')))
}

function printImport(module: string, names: string[]): string {
  const sorted = names.sort((a, b) => (a.replace(/^type /, '') < b.replace(/^type /, '') ? -1 : 1))
  const onlyTypes = sorted.every((name) => name.startsWith('type '))
  const listed = onlyTypes ? sorted.map((name) => name.slice(5)) : sorted
  const keyword = onlyTypes ? 'import type' : 'import'
  const line = `${keyword} { ${listed.join(', ')} } from '${module}'\n`
  if (line.length <= 121) return line
  return `${keyword} {\n${listed.map((name) => `  ${name},\n`).join('')}} from '${module}'\n`
}
