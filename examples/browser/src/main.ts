// The page: takes bytes in, and puts what they say on it. One reading at a time; a newer one ends the older.
import { DecodeError } from '@odradek/bytes'

import { BatchList, crcFault } from './batch-list.ts'
import type { BatchSource, Place } from './batch-source.ts'
import { countText, type Display, hexOf, sizeText } from './bytes-text.ts'
import { button, byId, element } from './dom.ts'
import { kafka07Source } from './kafka07-source.ts'
import { kafka08Source } from './kafka08-source.ts'
import { sampleBytes } from './sample.ts'
import { tailNotice } from './tail-notice.ts'
import { textToBytes } from './text-to-bytes.ts'
import { takeInSlices } from './time-slices.ts'

/** A page cannot hold more at once: browsers refuse larger buffers, or grow slow. */
const MAX_FILE_BYTES = 1024 ** 3
const MAX_LISTED_FAULTS = 20

const page = {
  text: byId('text', HTMLTextAreaElement),
  file: byId('file', HTMLInputElement),
  encoding: byId('encoding', HTMLSelectElement),
  format: byId('format', HTMLSelectElement),
  display: byId('display', HTMLSelectElement),
  status: byId('status', HTMLElement),
  result: byId('result', HTMLElement),
  drop: byId('drop', HTMLElement),
}

let reading = 0
let current: { readonly bytes: Uint8Array; readonly name: string } | undefined

/** Reads bytes and shows them. */
async function show(bytes: Uint8Array, name: string): Promise<void> {
  current = { bytes, name }
  const own = ++reading
  const isWanted = () => own === reading
  page.result.replaceChildren()
  if (bytes.length === 0) return say(`${name} is empty: there is nothing to read.`, 'warn')
  say(`Reading ${name} …`)
  const source = page.format.value === 'kafka07' ? kafka07Source(bytes) : kafka08Source(bytes)
  const places: Place[] = []
  const progress = () => say(`Reading ${name}: ${countText(places.length)} batches so far …`)
  let fault: DecodeError | undefined
  try {
    if (!(await takeInSlices(source.places(), (place) => places.push(place), isWanted, progress))) return
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    fault = error
  }
  if (!isWanted()) return
  showResult(source, places, fault, name)
  await checkAll(source, places, isWanted)
}

function showResult(source: BatchSource, places: Place[], fault: DecodeError | undefined, name: string): void {
  const { bytes } = source
  const last = places.at(-1)
  const end = last === undefined ? 0 : last.position + last.sizeInBytes
  const tail = tailNotice(bytes, end, fault)
  if (places.length === 0) {
    say(`${name}: no batch in ${sizeText(bytes.length)}.`, 'bad')
    const hint = element('p', {}, 'Is this a log segment, or the records of a produce request or a fetch response?')
    return page.result.replaceChildren(...(tail === null ? [hint] : [tail, hint]))
  }
  say(`${name}: ${countOf(places.length)} in ${sizeText(bytes.length)}.`)
  list = new BatchList(source, places, page.display.value as Display)
  verdict.replaceChildren()
  page.result.replaceChildren(verdict, ...(tail === null ? [] : [tail]), list.node)
}

const verdict = element('div', { id: 'verdict' })
let list: BatchList | undefined

/** Checks every batch's CRC in the background and says how many hold. */
async function checkAll(source: BatchSource, places: readonly Place[], isWanted: () => boolean): Promise<void> {
  if (places.length === 0) return
  const faults: number[] = []
  let checked = 0
  const check = (place: Place) => {
    if (isFaulty(source, place)) faults.push(checked)
    checked++
  }
  const progress = () => verdict.replaceChildren(element('p', {}, `CRCs checked: ${countText(checked)} …`))
  if (!(await takeInSlices(places, check, isWanted, progress))) return
  if (faults.length === 0) {
    const text = checked === 1 ? 'The CRC of the batch holds.' : `The CRCs of all ${countText(checked)} batches hold.`
    return verdict.replaceChildren(element('p', { class: 'notice good' }, text))
  }
  const links = faults
    .slice(0, MAX_LISTED_FAULTS)
    .map((index) => button(`#${index + 1}`, () => list?.reveal(index), { class: 'link' }))
  const more = faults.length > MAX_LISTED_FAULTS ? ` and ${countText(faults.length - MAX_LISTED_FAULTS)} more` : ''
  const text = `Damaged: ${countText(faults.length)} of ${countOf(checked)}. See `
  verdict.replaceChildren(element('p', { class: 'notice bad' }, text, ...links.flatMap((link) => [link, ' ']), more))
}

function isFaulty(source: BatchSource, place: Place): boolean {
  try {
    return crcFault(source.open(place)) !== undefined
  } catch (error) {
    if (DecodeError.is(error)) return true
    throw error
  }
}

function countOf(batches: number): string {
  return batches === 1 ? '1 batch' : `${countText(batches)} batches`
}

function say(text: string, tone = ''): void {
  page.status.textContent = text
  page.status.className = tone
}

function readText(): void {
  const parsed = textToBytes(page.text.value, page.encoding.value as 'auto' | 'hex' | 'base64')
  if ('bytes' in parsed) return run(show(parsed.bytes, `The text, as ${parsed.encoding}`))
  reading++
  current = undefined
  page.result.replaceChildren()
  say(parsed.problem, 'bad')
}

async function readFile(file: File): Promise<void> {
  reading++
  page.result.replaceChildren()
  if (file.size > MAX_FILE_BYTES) {
    return say(`${file.name} has ${sizeText(file.size)}: this page reads up to ${sizeText(MAX_FILE_BYTES)}.`, 'bad')
  }
  say(`Opening ${file.name} …`)
  await show(new Uint8Array(await file.arrayBuffer()), file.name)
}

/** Whatever goes wrong is said on the page; it never stays blank. */
function run(work: Promise<void>): void {
  work.catch((error: unknown) => say(`This went wrong: ${String(error)}`, 'bad'))
}

function clear(): void {
  reading++
  current = undefined
  page.text.value = ''
  page.result.replaceChildren()
  say('')
  page.text.focus()
}

function again(): void {
  if (current !== undefined) run(show(current.bytes, current.name))
}

function onFile(file: File | undefined): void {
  if (file !== undefined) run(readFile(file))
}

function listen(id: string, onClick: () => void): void {
  byId(id, HTMLButtonElement).addEventListener('click', onClick)
}

listen('read', readText)
listen('clear', clear)
listen('choose', () => page.file.click())
listen('sample', () => {
  page.format.value = 'kafka08'
  page.encoding.value = 'auto'
  page.text.value = hexOf(sampleBytes(), 8)
  readText()
})
page.text.addEventListener('paste', () => setTimeout(readText))
page.text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) readText()
})
page.file.addEventListener('change', () => {
  onFile(page.file.files?.[0])
  page.file.value = ''
})
page.format.addEventListener('change', again)
page.display.addEventListener('change', again)
page.encoding.addEventListener('change', () => {
  if (page.text.value !== '') readText()
})

let dragDepth = 0
window.addEventListener('dragenter', (event) => {
  event.preventDefault()
  dragDepth++
  page.drop.hidden = false
})
window.addEventListener('dragover', (event) => event.preventDefault())
window.addEventListener('dragleave', () => {
  dragDepth = Math.max(0, dragDepth - 1)
  page.drop.hidden = dragDepth === 0
})
window.addEventListener('drop', (event) => {
  event.preventDefault()
  dragDepth = 0
  page.drop.hidden = true
  onFile(event.dataTransfer?.files[0])
})
