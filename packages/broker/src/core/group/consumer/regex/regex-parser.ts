// Reads the syntax of RE2, which Kafka uses for subscriptions (KIP-848), as far as names of topics need it: no Unicode classes.
import { escapedClasses, namedClasses, not } from './character-class.ts'
import type { CharacterTest, Instruction } from './regex-program.ts'

/** Says why a text is no regular expression, in RE2's words where it has some. */
export class RegexSyntaxError extends Error {}

type Program = Instruction[]

/** RE2 allows no more repetitions, and no program beyond a size. */
const MAX_REPEAT = 1000
const MAX_PROGRAM = 20_000
const MAX_DEPTH = 200
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

class Parser {
  readonly #characters: readonly string[]
  #at = 0
  #depth = 0
  #ignoresCase = false
  #dotIsAll = false

  constructor(source: string) {
    this.#characters = [...source]
  }

  parse(): Program {
    const program = this.#alternatives()
    if (this.#at < this.#characters.length) throw new RegexSyntaxError('unexpected )')
    return [...program, { kind: 'accept' }]
  }

  get #next(): string | undefined {
    return this.#characters[this.#at]
  }

  #take(text: string): boolean {
    const letters = [...text]
    if (!letters.every((letter, index) => this.#characters[this.#at + index] === letter)) return false
    this.#at += letters.length
    return true
  }

  #alternatives(): Program {
    let program = this.#sequence()
    while (this.#take('|')) program = either(program, this.#sequence())
    return program
  }

  #sequence(): Program {
    const program: Program = []
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') append(program, this.#repeated())
    return program
  }

  #repeated(): Program {
    let program = this.#atom()
    let isRepeated = false
    for (;;) {
      const range = this.#range()
      if (range === undefined) return program
      // Whether it is greedy does not matter to what matches as a whole.
      if (!this.#take('?') && this.#next === '+') throw new RegexSyntaxError('invalid nested repetition operator')
      if (isRepeated) throw new RegexSyntaxError('invalid nested repetition operator')
      isRepeated = true
      program = repeat(program, range.least, range.most)
    }
  }

  #range(): { least: number; most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Infinity }
    if (this.#take('+')) return { least: 1, most: Infinity }
    if (this.#take('?')) return { least: 0, most: 1 }
    const counted = /^\{(\d{1,6})(?:(,)(\d{1,6})?)?\}/.exec(this.#characters.slice(this.#at, this.#at + 20).join(''))
    if (counted === null) return undefined
    this.#at += counted[0].length
    const least = Number(counted[1])
    const most = counted[2] === undefined ? least : counted[3] === undefined ? Infinity : Number(counted[3])
    const isTooLarge = least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT)
    if (isTooLarge || most < least) throw new RegexSyntaxError('invalid repeat count')
    return { least, most }
  }

  #atom(): Program {
    const character = this.#characters[this.#at++]!
    switch (character) {
      case '(':
        return this.#group()
      case '[':
        return [this.#characterStep(this.#brackets())]
      case '.':
        return [{ kind: 'character', test: this.#dotIsAll ? () => true : (code) => code !== 10 }]
      case '^':
        return [{ kind: 'start' }]
      case '$':
        return [{ kind: 'end' }]
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
        throw new RegexSyntaxError(`missing argument to repetition operator: ${character}`)
      default:
        return [this.#characterStep(single(character.codePointAt(0)!))]
    }
  }

  #characterStep(test: CharacterTest): Instruction {
    if (!this.#ignoresCase) return { kind: 'character', test }
    return { kind: 'character', test: (code) => variants(code).some(test) }
  }

  #group(): Program {
    if (++this.#depth > MAX_DEPTH) throw new RegexSyntaxError('expression nests too deeply')
    const before = [this.#ignoresCase, this.#dotIsAll] as const
    if (this.#take('?') && this.#flags()) {
      this.#depth--
      return []
    }
    const program = this.#alternatives()
    if (!this.#take(')')) throw new RegexSyntaxError('missing closing )')
    this.#depth--
    ;[this.#ignoresCase, this.#dotIsAll] = before
    return program
  }

  /** What stands after `(?`; true where it is flags for what follows, and no group. */
  #flags(): boolean {
    const rest = this.#characters.slice(this.#at, this.#at + 64).join('')
    const name = /^P?<[A-Za-z0-9_]+>/.exec(rest)
    const flags = /^([imsU]*)(?:-([imsU]+))?([:)])/.exec(rest)
    const found = name ?? flags
    if (found === null) throw new RegexSyntaxError('invalid or unsupported Perl syntax')
    this.#at += found[0].length
    if (name !== null || flags === null) return false
    for (const flag of flags[1]!) this.#set(flag, true)
    for (const flag of flags[2] ?? '') this.#set(flag, false)
    return flags[3] === ')'
  }

  #set(flag: string, value: boolean): void {
    if (flag === 'i') this.#ignoresCase = value
    if (flag === 's') this.#dotIsAll = value
  }

  #escape(): Program {
    if (this.#take('A')) return [{ kind: 'start' }]
    if (this.#take('z')) return [{ kind: 'end' }]
    if (this.#take('Q')) return this.#quoted()
    return [this.#characterStep(this.#escapedCharacter())]
  }

  #quoted(): Program {
    const program: Program = []
    while (this.#next !== undefined && !this.#take('\\E')) {
      program.push(this.#characterStep(single(this.#characters[this.#at++]!.codePointAt(0)!)))
    }
    return program
  }

  /** What a backslash, which is passed, makes of what follows. */
  #escapedCharacter(): CharacterTest {
    const character = this.#characters[this.#at++]
    if (character === undefined) throw new RegexSyntaxError('trailing backslash at end of expression')
    const known = escapedClasses.get(character)
    if (known !== undefined) return known
    const control = CONTROLS.get(character)
    if (control !== undefined) return single(control)
    if (/[A-Za-z0-9]/.test(character)) throw new RegexSyntaxError(`invalid escape sequence: \\${character}`)
    return single(character.codePointAt(0)!)
  }

  #brackets(): CharacterTest {
    const isNegated = this.#take('^')
    const tests: CharacterTest[] = []
    while (tests.length === 0 || this.#next !== ']') {
      if (this.#next === undefined) throw new RegexSyntaxError('missing closing ]')
      tests.push(this.#bracketItem())
    }
    this.#at++
    const isAny: CharacterTest = (code) => tests.some((test) => test(code))
    return isNegated ? not(isAny) : isAny
  }

  #bracketItem(): CharacterTest {
    const named = /^\[:(\^?)([a-z]+):\]/.exec(this.#characters.slice(this.#at, this.#at + 16).join(''))
    if (named !== null) {
      const test = namedClasses.get(named[2]!)
      if (test === undefined) throw new RegexSyntaxError('invalid character class range')
      this.#at += named[0].length
      return named[1] === '^' ? not(test) : test
    }
    const first = this.#characters[this.#at++]!
    if (first === '\\') return this.#escapedCharacter()
    const isRange = this.#next === '-' && this.#characters[this.#at + 1] !== ']'
    if (!isRange || this.#characters[this.#at + 1] === undefined) return single(first.codePointAt(0)!)
    const least = first.codePointAt(0)!
    const most = this.#characters[this.#at + 1]!.codePointAt(0)!
    this.#at += 2
    if (most < least) throw new RegexSyntaxError('invalid character class range')
    return (code) => code >= least && code <= most
  }
}

/** Compiles a regular expression. Throws RegexSyntaxError where it is none. */
export function parseRegex(source: string): readonly Instruction[] {
  return new Parser(source).parse()
}

function single(codePoint: number): CharacterTest {
  return (code) => code === codePoint
}

function variants(code: number): number[] {
  const character = String.fromCodePoint(code)
  return [character.toLowerCase(), character.toUpperCase()].map((variant) => variant.codePointAt(0)!)
}

/** Adds a program behind another; what it names by place moves along. */
function append(program: Program, more: Program): void {
  const offset = program.length
  if (offset + more.length > MAX_PROGRAM) throw new RegexSyntaxError('expression too large')
  for (const instruction of more) program.push(moved(instruction, offset))
}

function moved(instruction: Instruction, offset: number): Instruction {
  if (instruction.kind === 'jump') return { kind: 'jump', to: instruction.to + offset }
  if (instruction.kind !== 'split') return instruction
  return { kind: 'split', left: instruction.left + offset, right: instruction.right + offset }
}

function either(one: Program, other: Program): Program {
  const program: Program = [{ kind: 'split', left: 1, right: one.length + 2 }]
  append(program, one)
  program.push({ kind: 'jump', to: one.length + 2 + other.length })
  append(program, other)
  return program
}

function repeat(one: Program, least: number, most: number): Program {
  const program: Program = []
  for (let count = 0; count < least; count++) append(program, one)
  if (most === Infinity) {
    append(program, [{ kind: 'split', left: 1, right: one.length + 2 }])
    append(program, one)
    const back = program.length - one.length - 1
    program.push({ kind: 'jump', to: back })
    return program
  }
  for (let count = least; count < most; count++) {
    append(program, [{ kind: 'split', left: 1, right: one.length + 1 }])
    append(program, one)
  }
  return program
}
