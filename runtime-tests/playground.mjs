// The playground of examples/browser in a real browser, opened from the disk and without a network: golden bytes, segments, damage,
// cut tails, large files. PLAYGROUND_SCREENSHOTS names a folder for pictures of it.
/* global document, window, DataTransfer, DragEvent, MutationObserver -- in functions that run in the page */
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

import { buildPlayground } from '../examples/browser/build.mjs'
import { root } from '../tools/setup.mjs'
import { openBrowser } from './browser.mjs'

const fixtures = join(root, 'fixtures')
const segment = (name) => readFileSync(join(fixtures, 'segments', name))
const golden = gunzipSync(readFileSync(join(fixtures, 'records', 'records.jsonl.gz')))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const goldenNamed = (name) => golden.find((entry) => entry.name === name)

const LARGE_BYTES = 100 * 1024 * 1024

/** What the page must do, by what a user does to it. */
const scenarios = {
  async 'the sample'(page) {
    await page.click('#sample')
    await expectText(page, '#verdict', 'The CRCs of all 2 batches hold.')
    await expectText(page, '#result', 'commit of a transaction, coordinator epoch 9')
    assert.equal(await page.locator('tbody tr').count(), 4)
    await picture(page, 'sample')
  },
  async 'golden bytes pasted as base64'(page) {
    const entry = golden.find(
      ({ name, batches }) => name.startsWith('v2-gzip-create') && batches.length === 1 && batches[0].records.length > 1,
    )
    const [batch] = entry.batches
    await paste(page, entry.base64)
    await expectText(page, '#status', 'as base64')
    await expectText(page, 'summary', `offsets ${batch.baseOffset} to ${batch.lastOffset}`)
    await expectText(page, 'summary', 'CRC ok')
    await expectText(page, '.contents', `0x${batch.crc.toString(16).padStart(8, '0')}`)
    assert.equal(await page.locator('tbody tr').count(), Math.min(50, batch.records.length))
  },
  async 'golden bytes pasted as a hex dump'(page) {
    const bytes = Buffer.from(goldenNamed('v2-none-create-1').base64, 'base64')
    const lines = []
    for (let at = 0; at < bytes.length; at += 16) {
      const hex = bytes
        .subarray(at, at + 16)
        .toString('hex')
        .replace(/(....)/g, '$1 ')
      lines.push(`${at.toString(16).padStart(8, '0')}: ${hex.padEnd(40)} ${'.'.repeat(16)}`)
    }
    await paste(page, lines.join('\n'))
    await expectText(page, '#verdict', 'hold')
    await expectText(page, '#status', 'as hex')
  },
  async 'a damaged byte'(page) {
    const bytes = Buffer.from(segment('4.3.1-none.log'))
    bytes[bytes.length - 5] ^= 0x20
    await drop(page, 'damaged.log', bytes)
    await expectText(page, '#verdict', /Damaged: 1 of \d+ batches/)
    await page.locator('#verdict button').first().click()
    await expectText(page, 'details[open] .notice.bad', /The CRC does not hold: .* Stored is 0x[0-9a-f]{8}/)
    await picture(page, 'damaged')
  },
  async 'every segment that a broker wrote'(page) {
    for (const name of readdirSync(join(fixtures, 'segments')).filter((file) => file.endsWith('.log'))) {
      await drop(page, name, segment(name))
      await expectText(page, '#status', name)
      await expectText(page, '#verdict', 'hold')
      const read = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
        return new Promise((resolve) => setTimeout(() => resolve(document.querySelectorAll('tbody tr').length), 50))
      })
      assert.equal(read, 41, `${name}: ${read} records`)
      await expectText(page, '#result', 'value 40 of topic')
      if (name === '2.8.2-snappy.log') await picture(page, 'segment', true)
    }
  },
  async 'a tail that is cut off'(page) {
    const bytes = segment('2.8.2-gzip.log')
    await drop(page, 'cut.log', bytes.subarray(0, bytes.length - 7))
    await expectText(page, '#result', 'the beginning of a batch that is cut off')
  },
  async 'room that a broker set aside'(page) {
    await drop(page, 'preallocated.log', Buffer.concat([segment('2.8.2-gzip.log'), Buffer.alloc(100_000)]))
    await expectText(page, '#result', 'is zero: a broker sets room aside')
    await expectText(page, '#verdict', 'hold')
  },
  async 'bytes that are no batch'(page) {
    await drop(page, 'noise.bin', Buffer.from('this is a text file, of all things, and no segment'))
    await expectText(page, '#status', 'no batch in')
    await expectText(page, '#result', 'Is this a log segment')
    await paste(page, 'der Bau!')
    await expectText(page, '#status', 'neither hex nor base64')
    await paste(page, 'abc')
    await expectText(page, '#status', 'one is missing or too many')
    await drop(page, 'empty.log', Buffer.alloc(0))
    await expectText(page, '#status', 'is empty')
  },
  async 'every corrupt entry of the corpus'(page) {
    const corrupt = gunzipSync(readFileSync(join(fixtures, 'records', 'records-corrupt.jsonl.gz'))).toString()
    for (const { name, base64 } of corrupt
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))) {
      await drop(page, name, Buffer.from(base64, 'base64'))
      await expectText(page, '#status', name)
      await page.waitForFunction(() => document.querySelector('#result')?.textContent !== '')
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    }
  },
  async 'text from the bytes is never HTML'(page) {
    await page.click('#sample')
    const hex = await page.inputValue('#text')
    assert.match(hex, /^[0-9a-f ]+$/)
    await drop(page, '<img src=x onerror=alert(1)>.log', segment('0.8.2.2-none.log'))
    await expectText(page, '#status', '<img src=x')
    assert.equal(await page.locator('img').count(), 0)
  },
  async 'Kafka 0.7'(page) {
    const entries = readFileSync(join(fixtures, 'kafka07.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const entry = entries.find(({ error, payloads }) => error === null && payloads?.length > 1)
    await page.selectOption('#format', 'kafka07')
    await paste(page, entry.base64)
    await expectText(page, 'summary', 'Kafka 0.7')
    await expectText(page, '#verdict', 'hold')
  },
  async 'a file of 100 MiB'(page) {
    const one = segment('4.3.1-none.log')
    const { longestMs, slices } = await page.evaluate(
      async ([base64, size]) => {
        const piece = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        const pieces = Array.from({ length: Math.floor(size / piece.length) }, () => piece)
        const transfer = new DataTransfer()
        transfer.items.add(new File(pieces, 'large.log'))
        const verdicts = new Set()
        const observer = new MutationObserver(() => verdicts.add(document.querySelector('#verdict')?.textContent))
        observer.observe(document.querySelector('#result'), { childList: true, subtree: true })
        let longest = 0
        let last = performance.now()
        const beat = setInterval(() => {
          longest = Math.max(longest, performance.now() - last)
          last = performance.now()
        }, 5)
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }))
        while (!/batches hold|Damaged/.test(document.querySelector('#verdict')?.textContent ?? '')) {
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        clearInterval(beat)
        return { longestMs: longest, slices: verdicts.size }
      },
      [one.toString('base64'), LARGE_BYTES],
    )
    assert.equal(await page.locator('details').count(), 50)
    await page.getByRole('button', { name: 'Last' }).click()
    assert.equal(await page.getByRole('button', { name: 'Next' }).isDisabled(), true)
    await picture(page, 'large')
    // How long a pause is depends on what else the machine does; that there are many is the page's own doing.
    assert.ok(slices > 2, `the CRCs were checked in ${slices} slices`)
    return `${slices} slices, longest pause ${Math.round(longestMs)} ms`
  },
}

/** Runs every scenario on a fresh page; returns what was found, in the form of a runtime's run. */
export async function checkPlayground() {
  const index = pathToFileURL(await buildPlayground()).href
  const totals = { passed: 0, failed: 0, failures: [], notes: [] }
  const browser = await openBrowser({ offline: true })
  try {
    for (const [name, scenario] of Object.entries(scenarios)) {
      const page = await browser.newPage()
      const errors = []
      page.on('pageerror', (error) => errors.push(error))
      page.on('console', (message) => message.type() === 'error' && errors.push(new Error(message.text())))
      try {
        await page.goto(index)
        const note = await scenario(page)
        if (errors.length > 0) throw errors[0]
        if (note !== undefined) totals.notes.push(`${name}: ${note}`)
        totals.passed++
      } catch (error) {
        totals.failed++
        totals.failures.push(`${name}: ${error.message}`)
      }
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return totals
}

async function expectText(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 15_000 })
}

async function paste(page, text) {
  await page.fill('#text', text)
  await page.click('#read')
}

async function drop(page, name, bytes) {
  await page.evaluate(
    ([fileName, base64]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], fileName))
      for (const type of ['dragenter', 'dragover', 'drop']) {
        window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, cancelable: true }))
      }
    },
    [name, bytes.toString('base64')],
  )
}

/** Pictures in both themes, wide and narrow. */
async function picture(page, name, fullPage = false) {
  const folder = process.env.PLAYGROUND_SCREENSHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    for (const [label, width] of Object.entries({ wide: 1200, narrow: 400 })) {
      await page.setViewportSize({ width, height: 900 })
      writeFileSync(join(folder, `${name}-${colorScheme}-${label}.png`), await page.screenshot({ fullPage }))
    }
  }
}
