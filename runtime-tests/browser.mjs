// Chromium as the system has it, driven by playwright-core; nothing is downloaded.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const FLAGS = [
  // A container's root user has no sandbox; the only pages opened are our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser's program: the environment variable CHROMIUM, or the first of the usual places. Throws where there is none. */
function browserPath() {
  const path = [process.env.CHROMIUM, ...PLACES].find((one) => one !== undefined && existsSync(one))
  if (path !== undefined) return path
  throw new Error('There is no Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.')
}

/**
 * Opens a browser with an empty profile that is removed on closing: `newPage(options)`, `version()`, `close()`.
 * @param contextOptions options of playwright's browser context, such as `viewport` and `colorScheme`.
 */
export async function openBrowser(contextOptions = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'odradek-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    args: FLAGS,
    ...contextOptions,
  })
  return {
    productName: 'chromium',
    version: () => context.browser()?.version() ?? 'of unknown version',
    newPage: () => context.newPage(),
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
