import { errorRules, reactionTexts } from '@odradek/consumer/internal'

const head = [
  '# Errors of the consumer',
  '',
  'What the consumer does about each error code, at each step. Where an error ends the consumer it is thrown out of the loop (or rejects `run` and',
  '`poll`), and out of everything that follows until the consumer is closed; everything else it gets over by itself, and tells to `onEvent`.',
  'This page is printed from the table that the consumer works by, by `npm run docs`.',
  '',
]

/** docs/errors.md. */
export function errorsPage(): string {
  const rules = errorRules()
  const reactions = Object.entries(reactionTexts).map(([reaction, text]) => `| ${reaction} | ${text} |`)
  const lines = rules.map(({ api, code, isRetriable, reaction }) => {
    const which = code === undefined ? `every other that is ${isRetriable ? '' : 'not '}retriable` : `\`${code}\``
    return `| ${api} | ${which} | ${reaction} |`
  })
  const ending = rules.filter(({ reaction }) => reaction === 'fatal')
  const endings = ending.map(
    ({ api, code }) =>
      `- ${api}: ${code === undefined ? 'any that is neither named below nor retriable' : `\`${code}\``}`,
  )
  return [
    ...head,
    '## Which errors end a consumer',
    '',
    ...endings,
    '- OffsetFetch and ListOffsets with `autoOffsetReset: none`, where there is no position',
    '- No connection that can ever work: `AuthenticationError`, `UnsupportedVersionError`',
    '',
    '## What is done',
    '',
    '| reaction | what it means |',
    '|---|---|',
    ...reactions,
    '',
    '## By request',
    '',
    '| request | error | reaction |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}
