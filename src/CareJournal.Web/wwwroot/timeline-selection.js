// The selected or focused mark of a timeline: by a click or a key on a mark, by moving from pause to pause, or by a line of the list
// below.

/** @import { Timeline } from '/Timelines/TimelineDrawing.razor.js' */

import { findAll } from '/elements.js';
import { unitsAt } from '/timeline-geometry.js';
import { anywhere, at, everywhere, focusedItem, inOrder, inWindow, named, putInTabOrder, scaleOf, visible } from '/timeline-items.js';
import { showWords } from '/timeline-marks.js';
import { bringIntoView, notify, settleNow, showDays, showWindow } from '/timeline-window.js';

/**
 * Selects a mark and notifies the server. A period is zoomed to as well; a column of sessions is only zoomed to.
 * @param {Timeline} timeline
 * @param {SVGElement} item
 */
export function choose(timeline, item) {
    const { key, kind, firstDay, lastDay } = item.dataset;
    if (firstDay && lastDay) {
        const [from, to] = [Number(firstDay), Number(lastDay)];
        const air = (to - from) * 0.5;
        showDays(timeline, from - air, to + 1 + air);
        return;
    }
    putInTabOrder(timeline, item);
    if (kind === 'period') {
        const [from, to] = [at(item), Number(item.dataset.end)].map(x => x / scaleOf(timeline.layer));
        const air = Math.max((to - from) * 0.1, 20);
        showWindow(timeline, from - air, timeline.width / (to - from + 2 * air));
    }
    notifyChosen(timeline, key);
}

/**
 * Notifies the server of the selection, after the window in which it was made.
 * @param {Timeline} timeline
 * @param {string | undefined} key Undefined for no mark at all.
 */
export function notifyChosen(timeline, key = '') {
    settleNow(timeline);
    notify(timeline.server, 'Chose', key);
}

/**
 * Scrolls the frame of a drawing that is wider than its window until a mark is in sight; up and down nothing moves.
 * @param {Timeline} timeline
 * @param {SVGElement} item
 */
function scrollSideways({ drawing }, item) {
    const frame = drawing.parentElement;
    if (frame && frame.scrollWidth > frame.clientWidth) {
        const [mark, around] = [item.getBoundingClientRect(), frame.getBoundingClientRect()];
        frame.scrollLeft += Math.min(mark.left - around.left, 0) + Math.max(Math.min(mark.right, mark.left + around.width) - around.right, 0);
    }
}

/**
 * Goes to the next or previous mark of a kind, from the focused one, else from the middle of the window.
 * @param {Timeline} timeline
 * @param {string | undefined} kind
 * @param {boolean} forward
 * @returns {SVGElement | undefined} The mark as drawn in the picture that is shown.
 */
export function goToNext(timeline, kind, forward) {
    const all = inOrder(everywhere(timeline).filter(item => item.dataset.kind === kind));
    const here = focusedItem(timeline) ?? named(timeline, timeline.chosen);
    const place = here ? all.findIndex(item => item.dataset.key === here.dataset.key) : -1;
    const from = here && visible(timeline, here) ? at(here) / scaleOf(timeline.layer) : unitsAt(timeline, timeline.width / 2);
    const next = place >= 0 ? all[place + (forward ? 1 : -1)]
        : forward ? all.find(item => at(item) / scaleOf(item) > from) : all.findLast(item => at(item) / scaleOf(item) < from);
    bringIntoView(timeline, next);
    const there = named(timeline, next?.dataset.key);
    if (there) {
        putInTabOrder(timeline, there);
    }
    return there;
}

/**
 * Shows the text of a focused mark: in words, on the shared cursor and in the list.
 * @param {Timeline} timeline
 * @param {SVGElement | null} item Null if something else has the focus.
 */
export function itemFocused(timeline, item) {
    timeline.focused = item && { key: item.dataset.key, lane: item.dataset.lane, units: at(item) / scaleOf(item) };
    if (item) {
        putInTabOrder(timeline, item);
        bringIntoView(timeline, item);
        scrollSideways(timeline, item);
        showWords(timeline.frame, timeline.gutter, named(timeline, item.dataset.key));
        for (const line of findAll(document, '.list [data-item], .reading [data-item]', HTMLElement)) {
            line.classList.toggle('pointed', line.dataset.item === item.dataset.key);
        }
        timeline.readings.at(inWindow(timeline, item));
    }
}

/**
 * Highlights the mark of a line of the list.
 * @param {Timeline} timeline
 * @param {HTMLElement | null} line Null if something else has the focus.
 */
export function lineFocused(timeline, line) {
    for (const item of findAll(timeline.drawing, '.item.pointed', SVGElement)) {
        item.classList.remove('pointed');
    }
    const item = line ? anywhere(timeline, line.dataset.item) : undefined;
    if (item) {
        bringIntoView(timeline, item);
        named(timeline, line?.dataset.item)?.classList.add('pointed');
    }
}
