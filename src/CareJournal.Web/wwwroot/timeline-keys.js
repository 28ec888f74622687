// The keys and the buttons of a timeline.

/** @import { Timeline } from '/Timelines/TimelineDrawing.razor.js' */

import { closest, find } from '/elements.js';
import { toUnits } from '/timeline-geometry.js';
import { at, laneOf, named, nearest } from '/timeline-items.js';
import { choose, goToNext, notifyChosen } from '/timeline-selection.js';
import { notify, showStop, showWindow, zoom } from '/timeline-window.js';

const press = 1.6; // one press of + or −
const rest = 150;  // ms on a mark before the detail follows

/**
 * The kind of marks that a letter moves to.
 * @type {Record<string, string>}
 */
const kinds = { g: 'gap', f: 'flare-up', e: 'period' };

/**
 * Handles a key pressed while a mark has the focus.
 * @param {Timeline} timeline
 * @param {KeyboardEvent} event
 */
export function keyPressed(timeline, event) {
    const here = closest(event.target, '.item', SVGElement);
    if (!here || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    const letter = event.key.toLowerCase();
    if (event.key === 'Enter' || event.key === ' ') {
        choose(timeline, here);
    } else if (event.key === 'Escape') {
        notifyChosen(timeline);
    } else if (kinds[letter]) {
        goToNext(timeline, kinds[letter], !event.shiftKey)?.focus({ preventScroll: true });
    } else if (letter === 'n') {
        find(document, '[data-log]', HTMLElement)?.click();
    } else if (event.key === '?') {
        if (!event.repeat && !document.querySelector('[role=dialog]')) {
            perform(timeline, 'keys');
        }
    } else if (event.key === '+' || event.key === '=') {
        perform(timeline, 'in');
    } else if (event.key === '-' || event.key === '−') {
        perform(timeline, 'out');
    } else if (digit) {
        showStop(timeline, Number(digit));
    } else if (event.key === 'Home' || event.key === 'End') {
        perform(timeline, event.key === 'Home' ? 'first' : 'today');
        laneOf(timeline, here).at(event.key === 'Home' ? 0 : -1)?.focus({ preventScroll: true });
    } else {
        const next = neighbour(timeline, here, event.key);
        if (!next) {
            return;
        }
        next.focus({ preventScroll: true });
        follow(timeline, next);
    }
    event.preventDefault();
}

let following = 0;

/** Selects the mark that was walked to, once the walk rests there, if a detail is open: it follows. @param {Timeline} timeline @param {SVGElement} item */
function follow(timeline, item) {
    clearTimeout(following);
    if (timeline.chosen && item.dataset.key) {
        following = setTimeout(() => notifyChosen(timeline, item.dataset.key), rest);
    }
}

/**
 * Returns the mark that an arrow key moves to.
 * @param {Timeline} timeline
 * @param {SVGElement} here
 * @param {string} key
 */
function neighbour(timeline, here, key) {
    const lane = laneOf(timeline, here);
    const place = lane.indexOf(here);
    const lanes = [...new Set(timeline.items.map(item => Number(item.dataset.lane)))].sort((one, other) => one - other);
    /** @param {number} by */
    const beside = by => nearest(timeline.items.filter(item => Number(item.dataset.lane) === lanes[lanes.indexOf(Number(here.dataset.lane)) + by]), at(here));
    switch (key) {
        case 'ArrowLeft': return lane[place - 1];
        case 'ArrowRight': return lane[place + 1];
        case 'ArrowUp': return beside(-1);
        case 'ArrowDown': return beside(1);
        default: return null;
    }
}

/**
 * Runs the command of a button.
 * @param {Timeline} timeline
 * @param {string} what The button's data-do.
 * @param {boolean} [byButton] Whether the mark that it goes to is selected too: a button keeps the focus.
 */
export function perform(timeline, what, byButton) {
    const [verb] = what.split('-', 1);
    const kind = what.slice(verb.length + 1);
    const { width, view, drawing } = timeline;
    const shown = width / view.scale;
    switch (verb) {
        case 'stop': showStop(timeline, Number(kind)); break;
        case 'in': zoom(timeline, press); break;
        case 'out': zoom(timeline, 1 / press); break;
        case 'whole': showWindow(timeline, 0, 0); break;
        case 'first': showWindow(timeline, toUnits(timeline, Number(drawing.dataset.first)) - shown * 0.04, view.scale); break;
        case 'today': showWindow(timeline, toUnits(timeline, Number(drawing.dataset.today)) - shown * 0.96, view.scale); break;
        case 'keys': notify(timeline.server, 'ShowKeys'); break;
        case 'previous':
        case 'next': {
            const item = goToNext(timeline, kind, verb === 'next');
            if (item && byButton) {
                notifyChosen(timeline, item.dataset.key);
            }
            break;
        }
    }
}

/**
 * Escape returns from the detail to its mark, except from a field or a dialog.
 * @param {Timeline} timeline
 * @param {KeyboardEvent} event
 */
export function keyPressedElsewhere(timeline, event) {
    if (event.key === 'Escape' && !event.defaultPrevented && closest(event.target, '#detail', Element) && !closest(event.target, 'textarea, input, select', Element)
        && !document.querySelector('dialog[open], .mud-dialog')) {
        named(timeline, timeline.chosen)?.focus({ preventScroll: true });
    }
}
