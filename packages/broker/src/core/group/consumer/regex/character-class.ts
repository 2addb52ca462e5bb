import type { CharacterTest } from './regex-program.ts'

const isDigit: CharacterTest = (code) => code >= 48 && code <= 57
const isUpper: CharacterTest = (code) => code >= 65 && code <= 90
const isLower: CharacterTest = (code) => code >= 97 && code <= 122
const isSpace: CharacterTest = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11)
const isAlpha: CharacterTest = (code) => isUpper(code) || isLower(code)
const isAlnum: CharacterTest = (code) => isAlpha(code) || isDigit(code)
const isWord: CharacterTest = (code) => isAlnum(code) || code === 95
const isGraphic: CharacterTest = (code) => code > 32 && code < 127

/** The classes that a backslash and a letter name; the capital letter names all other characters. */
export const escapedClasses: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', isDigit],
  ['w', isWord],
  ['s', isSpace],
  ['D', not(isDigit)],
  ['W', not(isWord)],
  ['S', not(isSpace)],
])

/** The classes that stand within brackets, such as `[[:alpha:]]`. */
export const namedClasses: ReadonlyMap<string, CharacterTest> = new Map([
  ['alnum', isAlnum],
  ['alpha', isAlpha],
  ['ascii', (code) => code < 128],
  ['blank', (code) => code === 32 || code === 9],
  ['digit', isDigit],
  ['graph', isGraphic],
  ['lower', isLower],
  ['print', (code) => code === 32 || isGraphic(code)],
  ['punct', (code) => isGraphic(code) && !isAlnum(code)],
  ['space', (code) => isSpace(code) || code === 11],
  ['upper', isUpper],
  ['word', isWord],
  ['xdigit', (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)],
])

/** All characters but those. */
export function not(test: CharacterTest): CharacterTest {
  return (code) => !test(code)
}
