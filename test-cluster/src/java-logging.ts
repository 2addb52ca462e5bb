/** Makes a JVM with Kafka's classes log to its standard output or error, whatever logging library the version uses. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What writes the broker's log, and so which settings send it to the standard output. `log4j`: log4j 1 or its successor reload4j. */
export type LoggingBackend = 'log4j' | 'slf4j-simple'

// Tools print their results on standard output, so their log lines must go to the other stream.
const log4jProperties = (level: string): string => `log4j.rootLogger=${level}, stderr
log4j.appender.stderr=org.apache.log4j.ConsoleAppender
log4j.appender.stderr.target=System.err
log4j.appender.stderr.layout=org.apache.log4j.PatternLayout
log4j.appender.stderr.layout.ConversionPattern=[%d] %p %m (%c)%n
`

/** The JVM flags for the level; writes the configuration file that `log4j` needs into `folder`. */
export const loggingFlags = async (
  backend: LoggingBackend,
  level: 'info' | 'warn',
  folder: string,
): Promise<string[]> => {
  if (backend === 'log4j') {
    const file = join(folder, `log4j-${level}.properties`)
    await writeFile(file, log4jProperties(level.toUpperCase()))
    return [`-Dlog4j.configuration=file:${file}`]
  }
  return [
    `-Dorg.slf4j.simpleLogger.defaultLogLevel=${level}`,
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS',
    // Newer brokers look log4j-core up for requests about their loggers, and it would warn that it has no configuration.
    '-Dlog4j2.level=ERROR',
  ]
}
