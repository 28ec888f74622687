// Mouse, touch and wheel on a timeline: moving, zooming, selecting, and reading values at the pointer.

/** @import { PinchStart } from '/timeline-geometry.js' */
/** @import { Timeline } from '/Timelines/TimelineDrawing.razor.js' */

import { closest, find } from '/elements.js';
import { dayOf, pinched, unitsAt } from '/timeline-geometry.js';
import { at, nearest } from '/timeline-items.js';
import { perform } from '/timeline-keys.js';
import { showWords, svg } from '/timeline-marks.js';
import { choose } from '/timeline-selection.js';
import { settleSoon, showDays, showWindow, zoom } from '/timeline-window.js';

/**
 * The gesture that a press has begun: moving the timeline, zooming with two fingers, selecting days on the ruler, or moving the window on the
 * minimap below.
 * @typedef {'pan' | 'pinch' | 'brush' | 'minimap'} DragKind
 */

/**
 * A drag and its start.
 * @typedef {PinchStart & { kind: DragKind, x: number, moved: boolean }} Drag
 */

const reach = 12;      // px within which a thin mark is hit
const ruler = 30;      // px from the top
const visitLane = { top: 120, bottom: 190 };

/**
 * Returns where an event happened, in pixels of the window.
 * @param {Timeline} timeline
 * @param {MouseEvent} event
 * @returns {[x: number, y: number]}
 */
function placeOf({ drawing, gutter }, event) {
    const box = drawing.getBoundingClientRect();
    return [event.clientX - box.left - gutter, event.clientY - box.top];
}

/**
 * @param {Timeline} timeline
 * @param {Event} event
 */
const isInside = ({ drawing }, { target }) => target instanceof Node && drawing.contains(target);

/** @param {Timeline} timeline */
function middle({ pointers }) {
    const [one, other] = pointers.values();
    return (one + (other ?? one)) / 2;
}

/** @param {Timeline} timeline */
function apart({ pointers }) {
    const [one, other] = pointers.values();
    return other === undefined ? 0 : Math.abs(one - other);
}

/**
 * Handles a pressed finger or button.
 * @param {Timeline} timeline
 * @param {PointerEvent} event
 */
export function pointerDown(timeline, event) {
    if (!isInside(timeline, event) || event.button !== 0) {
        return;
    }
    timeline.focused = null;
    clearTimeout(timeline.resting);
    const [x, y] = placeOf(timeline, event);
    if (x < 0) {
        return;
    }
    timeline.pointers.set(event.pointerId, x);
    const kind = timeline.pointers.size === 2 ? 'pinch' : y < ruler ? 'brush' : y > timeline.bottom ? 'minimap' : 'pan';
    timeline.drag = { kind, x, ...timeline.view, moved: kind === 'minimap', apart: apart(timeline), middle: middle(timeline) };
    if (kind === 'minimap') {
        timeline.frame.setPointerCapture(event.pointerId);
        centreOn(timeline, x);
    }
}

/**
 * Handles a moving finger or mouse.
 * @param {Timeline} timeline
 * @param {PointerEvent} event
 */
export function pointerMoved(timeline, event) {
    const [x, y] = placeOf(timeline, event);
    const { drag } = timeline;
    if (!drag) {
        if (event.pointerType === 'mouse' && isInside(timeline, event)) {
            showWords(timeline.frame, timeline.gutter, x >= 0 ? meant(timeline, event, x, y) : null);
            timeline.readings.at(x >= 0 && x <= timeline.width && y < timeline.bottom ? x : null);
        }
        return;
    }
    timeline.pointers.set(event.pointerId, x);
    if (!drag.moved && Math.abs(x - drag.x) > 4) {
        drag.moved = true;
        timeline.frame.setPointerCapture(event.pointerId);
        showWords(timeline.frame, timeline.gutter, null);
    }
    if (!drag.moved) {
        return;
    }
    switch (drag.kind) {
        case 'pan': showWindow(timeline, drag.start - (x - drag.x) / drag.scale, drag.scale); break;
        case 'minimap': centreOn(timeline, x); break;
        case 'brush': drawBrush(timeline, drag.x, x); break;
        case 'pinch': {
            const { start, scale } = pinched(timeline, drag, apart(timeline), middle(timeline));
            showWindow(timeline, start, scale);
            break;
        }
    }
}

/**
 * Handles a released finger or button, and a cancelled pointer.
 * @param {Timeline} timeline
 * @param {PointerEvent} event
 */
export function pointerUp(timeline, event) {
    const { drag } = timeline;
    timeline.pointers.delete(event.pointerId);
    if (!drag) {
        return;
    }
    const [x] = placeOf(timeline, event);
    if (drag.kind === 'brush' && drag.moved && Math.abs(x - drag.x) > 8) {
        const [left, right] = [drag.x, x].sort((one, other) => one - other);
        const start = unitsAt(timeline, left);
        showWindow(timeline, start, timeline.width / (unitsAt(timeline, right) - start));
    }
    timeline.own.querySelector('.brush')?.remove();
    timeline.endsDrag = drag.moved;
    setTimeout(() => { timeline.endsDrag = false; });
    // One of two fingers remains: it continues alone, with the day below it.
    const [stays] = timeline.pointers.values();
    timeline.drag = stays === undefined ? null : { ...drag, kind: 'pan', x: stays, ...timeline.view };
    settleSoon(timeline);
}

/**
 * Draws the days being selected on the ruler.
 * @param {Timeline} timeline
 * @param {number} from
 * @param {number} to
 */
function drawBrush({ own, gutter, bottom }, from, to) {
    own.querySelector('.brush')?.remove();
    own.append(svg('rect', { class: 'brush', x: gutter + Math.min(from, to), y: 0, width: Math.abs(to - from), height: bottom }));
}

/**
 * Centres the window on a place of the minimap below.
 * @param {Timeline} timeline
 * @param {number} x
 */
function centreOn(timeline, x) {
    const shown = timeline.width / timeline.view.scale;
    showWindow(timeline, x / timeline.width * timeline.total - shown / 2, timeline.view.scale);
}

/**
 * Zooms with Ctrl, moves with Shift or sideways; otherwise the page scrolls.
 * @param {Timeline} timeline
 * @param {WheelEvent} event
 */
export function wheelTurned(timeline, event) {
    if (!isInside(timeline, event)) {
        return;
    }
    if (event.ctrlKey) {
        event.preventDefault();
        zoom(timeline, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), Math.max(0, placeOf(timeline, event)[0]));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        const { start, scale } = timeline.view;
        showWindow(timeline, start + (event.deltaX || event.deltaY) / scale, scale);
    }
}

/**
 * Returns the mark at a position. Thin marks are hard to hit: the nearest one of the lane is taken.
 * @param {Timeline} timeline
 * @param {MouseEvent} event
 * @param {number} x
 * @param {number} y
 */
function meant({ items, view, grown }, event, x, y) {
    const exact = closest(event.target, '.item', SVGElement);
    if (exact && !exact.classList.contains('gap')) {
        return exact;
    }
    const there = view.start * view.scale / grown + x / grown;
    const lane = items.filter(item => item.matches('.visit, .column') && y > visitLane.top && y < visitLane.bottom);
    const close = nearest(lane, there);
    return close && Math.abs(at(close) - there) * grown <= (exact ? 4 : reach) ? close : exact;
}

/**
 * Handles a click on a button, a year of the ruler, a mark or a sparkline: its own button then makes it the large chart.
 * @param {Timeline} timeline
 * @param {MouseEvent} event
 */
export function clicked(timeline, event) {
    const button = closest(event.target, '[data-do]', HTMLElement);
    if (button) {
        perform(timeline, button.dataset.do ?? '', true);
        return;
    }
    if (timeline.endsDrag || !isInside(timeline, event)) {
        return;
    }
    const [x, y] = placeOf(timeline, event);
    const year = Number(/^\d{4}$/.exec(closest(event.target, 'text.ruler', SVGElement)?.textContent ?? '')?.[0]);
    const item = meant(timeline, event, x, y);
    const curve = closest(event.target, '.chart.small', SVGElement)?.dataset.curve;
    showWords(timeline.frame, timeline.gutter, null);
    if (year) {
        showDays(timeline, dayOf(`${year}-01-01`), dayOf(`${year + 1}-01-01`));
    } else if (item) {
        choose(timeline, item);
    } else if (curve) {
        find(timeline.drawing, `button[data-curve="${curve}"]`, HTMLElement)?.click();
    }
}
