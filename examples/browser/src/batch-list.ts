import { DecodeError } from '@odradek/bytes'

import { type BatchSource, crcText, type OpenBatch, type Place } from './batch-source.ts'
import { countText, type Display, sizeText } from './bytes-text.ts'
import { button, element } from './dom.ts'
import { recordTable } from './record-table.ts'

const PAGE = 50

/** The batches, a page at a time: each a line that opens into all that the batch says. */
export class BatchList {
  readonly node = element('div')
  readonly #source: BatchSource
  readonly #places: readonly Place[]
  readonly #display: Display
  #first = 0

  constructor(source: BatchSource, places: readonly Place[], display: Display) {
    this.#source = source
    this.#places = places
    this.#display = display
    this.#show(0, places.length <= 3)
  }

  /** Turns to the page with a batch, and opens it. */
  reveal(index: number): void {
    this.#show(index - (index % PAGE), false)
    const details = this.node.querySelectorAll('details')[index - this.#first]
    if (details === undefined) return
    details.open = true
    details.scrollIntoView({ block: 'start' })
    details.querySelector('summary')?.focus()
  }

  #show(first: number, open: boolean): void {
    this.#first = first
    const shown = this.#places.slice(first, first + PAGE)
    const lines = shown.map((place, i) => element('li', {}, this.#batchLine(place, first + i, open)))
    const list = element('ol', { class: 'batches', start: String(first + 1) }, ...lines)
    this.node.replaceChildren(list)
    if (this.#places.length > PAGE) this.node.append(this.#pages(first))
  }

  #pages(first: number): HTMLElement {
    const total = this.#places.length
    const turn = (to: number, text: string, enabled: boolean) =>
      button(
        text,
        () => {
          this.#show(to, false)
          this.node.scrollIntoView({ block: 'start' })
        },
        enabled ? {} : { disabled: '' },
      )
    const last = Math.floor((total - 1) / PAGE) * PAGE
    return element(
      'nav',
      { class: 'pages', 'aria-label': 'Pages of batches' },
      turn(0, 'First', first > 0),
      turn(first - PAGE, 'Previous', first > 0),
      element(
        'span',
        {},
        `${countText(first + 1)} to ${countText(Math.min(total, first + PAGE))} of ${countText(total)}`,
      ),
      turn(first + PAGE, 'Next', first + PAGE < total),
      turn(last, 'Last', first < last),
    )
  }

  #batchLine(place: Place, index: number, open: boolean): HTMLElement {
    const title = element('span', { class: 'title' }, `#${index + 1}`)
    const where = element('span', { class: 'where' }, `at ${place.position}, ${sizeText(place.sizeInBytes)}`)
    const summary = element('summary', {}, title, where)
    const details = element('details', {}, summary)
    let batch: OpenBatch
    try {
      batch = this.#source.open(place)
    } catch (error) {
      if (!DecodeError.is(error)) throw error
      summary.append(element('span', { class: 'mark bad' }, 'not a batch'))
      details.append(element('p', { class: 'notice bad' }, `${error.message}.`))
      return details
    }
    const fault = crcFault(batch)
    summary.append(
      ...batch.marks().map(({ text, tone }) => element('span', { class: `mark ${tone}` }, text)),
      element(
        'span',
        { class: `mark ${fault === undefined ? 'good' : 'bad'}` },
        fault === undefined ? 'CRC ok' : 'CRC wrong',
      ),
    )
    const fill = () => {
      if (details.open && details.childElementCount === 1) details.append(this.#contents(batch, fault))
    }
    details.addEventListener('toggle', fill)
    if (open) {
      details.open = true
      fill()
    }
    return details
  }

  #contents(batch: OpenBatch, fault: string | undefined): HTMLElement {
    const verdict =
      fault === undefined
        ? element('p', { class: 'notice good' }, `The CRC holds: stored and computed are ${crcText(batch.crc)}.`)
        : element(
            'p',
            { class: 'notice bad' },
            `The CRC does not hold: ${fault}. Stored is ${crcText(batch.crc)}. A consumer refuses this batch; what can be read of it is shown all the same, and may be wrong.`,
          )
    const facts = batch
      .facts()
      .map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value)))
    return element(
      'div',
      { class: 'contents' },
      verdict,
      element('dl', {}, ...facts),
      recordTable(() => batch.records(), this.#display),
    )
  }
}

/** What the check of a batch's checksum says, or undefined where it holds. */
export function crcFault(batch: OpenBatch): string | undefined {
  try {
    batch.ensureValid()
    return undefined
  } catch (error) {
    if (DecodeError.is(error)) return error.message
    throw error
  }
}
