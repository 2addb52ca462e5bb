import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** publint over every package: doors that lead nowhere, formats that do not match their names, types out of reach. */
export async function checkPublished({ packages }) {
  const problems = []
  for (const { folder, name, json } of packages) {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: 'npm' })
    for (const message of messages) {
      // What we wish the registry's page to say is no fault of the package's shape.
      if (message.type === 'suggestion') continue
      problems.push(`${name}: ${formatMessage(message, json, { color: false })}`)
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
