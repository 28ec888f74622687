// The selectable marks of a timeline: which ones are drawn, where, and which one is in the tab order or keeps the focus.

/** @import { View } from '/timeline-geometry.js' */
/** @import { Timeline } from '/Timelines/TimelineDrawing.razor.js' */

import { findAll } from '/elements.js';
import { toUnits } from '/timeline-geometry.js';

/**
 * A drawn mark, as far as its place is needed: data-at contains it, in pixels of the mark's own picture.
 * @typedef {{ dataset: DOMStringMap }} Placed
 */

/**
 * A window, and the enlargement of the picture in it.
 * @typedef {object} Magnified
 * @property {View} view
 * @property {number} width The pixels of the window.
 * @property {number} grown How many times as wide as it was drawn.
 */

/**
 * The last focused mark, so that its successor can be found in another picture.
 * @typedef {object} FocusedItem
 * @property {string | undefined} key
 * @property {string | undefined} lane
 * @property {number} units Its place on the axis.
 */

/**
 * Returns the place of a mark in pixels of its own picture.
 * @param {Placed} item
 * @returns {number}
 */
export const at = item => Number(item.dataset.at);

/**
 * Returns the place of a mark in pixels of the window.
 * @param {Magnified} timeline
 * @param {Placed} item
 * @returns {number}
 */
export const inWindow = ({ grown, view }, item) => at(item) * grown - view.start * view.scale;

/**
 * Returns the closest mark; undefined if there is none.
 * @template {Placed} T
 * @param {T[]} items
 * @param {number} x
 * @returns {T | undefined}
 */
export function nearest(items, x) {
    const [first, ...others] = items;
    return others.reduce((best, item) => (Math.abs(at(best) - x) <= Math.abs(at(item) - x) ? best : item), first);
}

/**
 * Whether a mark begins inside the window.
 * @param {Magnified} timeline
 * @param {Placed} item
 * @returns {boolean}
 */
export function visible(timeline, item) {
    const x = inWindow(timeline, item);
    return x >= 0 && x <= timeline.width;
}

/**
 * Returns the drawn pictures, one for each stop.
 * @param {Timeline} timeline
 * @returns {SVGElement[]}
 */
export const pictures = timeline => [...timeline.world.children].filter(picture => picture instanceof SVGElement);

/**
 * Returns the pixels per unit of a picture, or of the picture that contains a mark.
 * @param {SVGElement} picture
 * @returns {number}
 */
export const scaleOf = picture => Number(picture.closest('.stop')?.getAttribute('data-scale'));

/**
 * Returns the mark of a key in the picture that is shown.
 * @param {Timeline} timeline
 * @param {string | null | undefined} key
 * @returns {SVGElement | undefined}
 */
export const named = (timeline, key) => (key ? timeline.items.find(item => item.dataset.key === key) : undefined);

/**
 * Returns all marks of the closest picture drawn for the whole follow-up: close-up pictures cover only the window.
 * @param {Timeline} timeline
 * @returns {SVGElement[]}
 */
export function everywhere(timeline) {
    const whole = pictures(timeline).findLast(picture => picture.dataset.from === '');
    return whole ? findAll(whole, '.item', SVGElement) : [];
}

/**
 * Returns where sessions are on the axis, in units: each one's place, or that of the column that counts it; and the exact place of the last one.
 * @param {Timeline} timeline
 * @returns {number[]}
 */
export function sessionPlaces(timeline) {
    const { last } = timeline.drawing.dataset;
    const places = everywhere(timeline).filter(item => item.matches('.visit.held, .column')).map(item => at(item) / scaleOf(item));
    return last ? [...places, toUnits(timeline, Number(last) + 0.5)] : places;
}

/**
 * Returns the mark of a key wherever it is on the axis, or the column that counts it.
 * @param {Timeline} timeline
 * @param {string | undefined} key
 * @returns {SVGElement | undefined}
 */
export const anywhere = (timeline, key) => everywhere(timeline).find(({ dataset }) => dataset.key === key || (key && dataset.items?.includes(key)));

/**
 * Returns marks in order of time.
 * @param {SVGElement[]} items
 * @returns {SVGElement[]}
 */
export const inOrder = items => items.toSorted((one, other) => at(one) - at(other));

/**
 * Returns the marks of the same lane, the mark itself included, in order of time.
 * @param {Timeline} timeline
 * @param {SVGElement} item
 * @returns {SVGElement[]}
 */
export const laneOf = (timeline, item) => inOrder(timeline.items.filter(other => other.dataset.lane === item.dataset.lane));

/**
 * Returns the focused mark.
 * @param {Timeline} timeline
 * @returns {SVGElement | undefined}
 */
export const focusedItem = timeline => timeline.items.find(item => item === document.activeElement);

/**
 * Makes one mark the only one in the tab order.
 * @param {Timeline} timeline
 * @param {SVGElement | undefined} item
 */
export function putInTabOrder(timeline, item) {
    for (const other of timeline.items) {
        other.tabIndex = other === item ? 0 : -1;
    }
}

/**
 * Focuses the successor of a mark that was drawn again, or whose picture is no longer shown; the window stays.
 * @param {Timeline} timeline
 */
export function passFocusOn(timeline) {
    const { activeElement } = document;
    const lost = activeElement === document.body || (timeline.world.contains(activeElement) && !timeline.layer.contains(activeElement));
    if (!timeline.focused || !lost) {
        return;
    }
    const { key, lane, units } = timeline.focused;
    const successor = named(timeline, key) ?? nearest(timeline.items.filter(item => item.dataset.lane === lane), units * scaleOf(timeline.layer));
    if (successor) {
        putInTabOrder(timeline, successor);
        timeline.keepsWindow = true;
        successor.focus({ preventScroll: true });
        timeline.keepsWindow = false;
    }
}
