import pc from 'picocolors'
import type { Colors } from 'picocolors/types'

import type { ProgramIo, TextOutput } from './program-io.ts'

/** Colours for one output: on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for them anywhere. */
export function colorsFor(output: TextOutput, env: ProgramIo['env']): Colors {
  const wanted = env['FORCE_COLOR'] ? true : Boolean(output.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return pc.createColors(wanted)
}
