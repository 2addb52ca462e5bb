import { DecodeError } from '@odradek/bytes'

import type { ShownRecord } from './batch-source.ts'
import { type Display, showBytes, sizeText, timeText } from './bytes-text.ts'
import { button, element } from './dom.ts'

const COLUMNS = ['Offset', 'Timestamp', 'Key', 'Value', 'Headers']
const PAGE = 50
const SHORT = 240
/** More than this of one value is not put into the page. */
const LONG = 100_000

/** A batch's records, a page at a time: only what is shown has been decoded. A fault stands where it was met. */
export function recordTable(records: () => Iterator<ShownRecord>, display: Display): HTMLElement {
  const body = element('tbody')
  const titles = ['Offset', 'Timestamp', 'Key', 'Value', 'Headers'].map((title) =>
    element('th', { scope: 'col' }, title),
  )
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...titles)), body)
  const scroll = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Records' }, table)
  const box = element('div', { class: 'records' }, scroll)
  let iterator: Iterator<ShownRecord> | undefined
  let shown = 0

  function fault(error: unknown): void {
    if (!DecodeError.is(error)) throw error
    const after = shown === 0 ? 'No record can be read' : `After ${shown} records the rest cannot be read`
    box.append(element('p', { class: 'notice bad' }, `${after}: ${error.message}.`))
  }

  function showMore(): void {
    try {
      iterator ??= records()
      for (let i = 0; i < PAGE; i++) {
        const next = iterator.next()
        if (next.done === true) return finish()
        body.append(rowOf(next.value, display))
        shown++
      }
    } catch (error) {
      return fault(error)
    }
    const more = button(`Show ${PAGE} more records`, () => {
      more.remove()
      showMore()
    })
    box.append(more)
  }

  function finish(): void {
    if (shown === 0) box.replaceChildren(element('p', { class: 'notice' }, 'The batch holds no records.'))
  }

  showMore()
  if (shown === 0 && body.childElementCount === 0) scroll.remove()
  return box
}

function rowOf(record: ShownRecord, display: Display): HTMLElement {
  const { offset, timestamp, key, value, headers, control } = record
  const headerList = headers.map((header) =>
    element('li', {}, element('b', {}, header.key), ' ', bytesCell(header.value, display)),
  )
  const cells = [
    offset === undefined ? '–' : String(offset),
    timestamp === undefined ? '–' : timeText(timestamp),
    control !== undefined || key === undefined ? '–' : bytesCell(key, display),
    control === undefined ? bytesCell(value, display) : element('em', {}, control),
    headerList.length === 0 ? '–' : element('ul', {}, ...headerList),
  ]
  // A narrow page stacks the cells, each with its column's name before it.
  return element('tr', {}, ...cells.map((cell, i) => element('td', { 'data-column': COLUMNS[i]! }, cell)))
}

function bytesCell(bytes: Uint8Array | null, display: Display, limit = SHORT): HTMLElement {
  const { kind, text, hiddenBytes } = showBytes(bytes, display, limit)
  if (kind === 'null' || kind === 'empty') return element('em', {}, text)
  const cell = element('span', { class: kind }, text)
  if (hiddenBytes === 0) return cell
  if (limit === LONG) return element('span', {}, cell, element('em', {}, ` … ${sizeText(hiddenBytes)} more`))
  const whole = element('span', {}, cell, ' … ')
  const more = button(`${sizeText(hiddenBytes)} more`, () => whole.replaceWith(bytesCell(bytes, display, LONG)), {
    class: 'link',
  })
  whole.append(more)
  return whole
}
