// A regular expression as a program (Thompson's construction), run over a text in time that grows with both lengths and no faster: a member
// of a group may send any expression, and must not be able to keep the broker busy with it.

/** Tells whether a character, as its code point, is one of those meant. */
export type CharacterTest = (codePoint: number) => boolean

/** One step: consume a character, go on in two ways, check a border of the text, or accept. */
export type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'split'; left: number; right: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'accept' }

/** Whether the program matches the whole text. */
export function matchesWhole(program: readonly Instruction[], text: string): boolean {
  const codePoints = [...text].map((character) => character.codePointAt(0)!)
  let current = reach(program, [0], 0, codePoints.length)
  for (const [position, codePoint] of codePoints.entries()) {
    const next: number[] = []
    for (const at of current) {
      const instruction = program[at]!
      if (instruction.kind === 'character' && instruction.test(codePoint)) next.push(at + 1)
    }
    if (next.length === 0) return false
    current = reach(program, next, position + 1, codePoints.length)
  }
  return [...current].some((at) => program[at]!.kind === 'accept')
}

/** All places that are reached without consuming a character. */
function reach(program: readonly Instruction[], from: number[], position: number, length: number): Set<number> {
  const reached = new Set<number>()
  const open = from
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    const instruction = program[at]!
    if (instruction.kind === 'jump') open.push(instruction.to)
    else if (instruction.kind === 'split') open.push(instruction.left, instruction.right)
    else if (instruction.kind === 'start' && position === 0) open.push(at + 1)
    else if (instruction.kind === 'end' && position === length) open.push(at + 1)
  }
  return reached
}
