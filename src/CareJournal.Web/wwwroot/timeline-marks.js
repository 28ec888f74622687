// Elements that the timeline's scripts draw: the shared cursor, which reads every curve at one date, the window on the minimap
// below, and the text beside the pointer.

/** @import { Magnified } from '/timeline-items.js' */
/** @import { Timeline } from '/Timelines/TimelineDrawing.razor.js' */

import { find, findAll } from '/elements.js';
import { dateOf, toDay, unitsAt } from '/timeline-geometry.js';

/**
 * The parts of a timeline that the shared cursor reads.
 * @typedef {Magnified & Pick<Timeline, 'own' | 'layer' | 'gutter' | 'bottom' | 'corners'>} Readable
 */

/**
 * One value of a curve: its place in pixels of its own picture, and its text.
 * @typedef {{ x: number, words: string }} Reading
 */

const reach = 14; // px within which a value is read

/**
 * Creates an SVG element.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svg(name, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    setAll(element, attributes);
    return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
function setAll(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, `${value}`);
    }
}

/**
 * Shows on the minimap below which part of the follow-up is in the window.
 * @param {Timeline} timeline
 */
export function drawWindow({ own, view, total, width, gutter, bottom }) {
    const mark = own.querySelector('.window') ?? own.appendChild(svg('rect', { class: 'window', rx: 4 }));
    setAll(mark, { x: gutter + view.start / total * width, y: bottom + 4, width: width / view.scale / total * width, height: 34 });
}

/**
 * Shows the sentence of a mark below it; null hides it. Of what is chosen the detail says it already.
 * @param {HTMLElement} frame The whole component.
 * @param {number} gutter The pixels left of the window.
 * @param {Element | null | undefined} item
 */
export function showWords(frame, gutter, item) {
    const words = find(frame, '.hover', HTMLElement);
    if (!words || !item || item.matches('.chosen')) {
        words?.setAttribute('hidden', '');
        return;
    }
    words.textContent = item.getAttribute('aria-label');
    words.removeAttribute('hidden');
    const box = item.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    const middle = Math.min(Math.max((box.left + box.right) / 2, around.left + gutter), around.right);
    words.style.left = `${Math.max(0, Math.min(middle - around.left - words.offsetWidth / 2, frame.clientWidth - words.offsetWidth))}px`;
    words.style.top = `${box.bottom - around.top + 6}px`;
}

/** The shared cursor: it reads every curve at one date. */
export class Readings {
    /** @type {Readable} */
    #timeline;
    /** @type {WeakMap<Element, { from: string | undefined, readings: Reading[] }>} */
    #parsed = new WeakMap();
    /** @type {SVGGElement | null} */
    #marks = null;
    #day = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

    /** @param {Readable} timeline */
    constructor(timeline) {
        this.#timeline = timeline;
    }

    /** Hides the cursor. */
    clear() {
        this.at(null);
    }

    /**
     * Reads every chart near a place in the window; null hides the cursor.
     * @param {number | null} x
     */
    at(x) {
        this.#marks?.remove();
        this.#marks = null;
        if (x === null || x < 0 || x > this.#timeline.width) {
            return;
        }
        const { own, layer, gutter, bottom } = this.#timeline;
        const marks = svg('g', { class: 'cursor', 'aria-hidden': 'true' });
        marks.append(svg('line', { x1: gutter + x, y1: 24, x2: gutter + x, y2: bottom }), this.#words(x, 34, this.#date(x)));
        for (const chart of findAll(layer, '.chart', SVGElement)) {
            const reading = this.#nearest(chart, x);
            if (reading) {
                marks.append(this.#words(reading.x, Number(chart.dataset.top) + (chart.classList.contains('over') ? 28 : 12), reading.words, chart.classList[1]));
            }
        }
        own.append(marks);
        this.#marks = marks;
    }

    /**
     * @param {number} x
     * @param {number} y
     * @param {string} words
     * @param {string} kind The kind of curve.
     */
    #words(x, y, words, kind = '') {
        const { gutter, width } = this.#timeline;
        const text = svg('text', { class: kind, x: gutter + x + (x > width - 130 ? -6 : 6), y, 'text-anchor': x > width - 130 ? 'end' : 'start' });
        text.textContent = words;
        return text;
    }

    /** @param {number} x */
    #date(x) {
        return this.#day.format(dateOf(Math.floor(toDay(this.#timeline, unitsAt(this.#timeline, x)))));
    }

    /**
     * @param {SVGElement} chart
     * @param {number} x
     * @returns {Reading | null}
     */
    #nearest(chart, x) {
        const { grown, view } = this.#timeline;
        const there = x / grown + view.start * view.scale / grown;
        const [first, ...others] = this.#of(chart);
        const close = others.reduce((best, reading) => (Math.abs(best.x - there) <= Math.abs(reading.x - there) ? best : reading), first);
        return close && Math.abs(close.x - there) * grown <= reach ? { x: close.x * grown - view.start * view.scale, words: close.words } : null;
    }

    /**
     * @param {SVGElement} chart
     * @returns {Reading[]}
     */
    #of(chart) {
        const from = chart.dataset.readings ?? '';
        const known = this.#parsed.get(chart);
        if (known?.from === from) {
            return known.readings;
        }
        const readings = from.split('|').filter(Boolean).map(part => {
            const colon = part.indexOf(':');
            return { x: Number(part.slice(0, colon)), words: part.slice(colon + 1) };
        });
        this.#parsed.set(chart, { from, readings });
        return readings;
    }
}
