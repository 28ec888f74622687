// Moves the window on a timeline. Blazor renders the stops; the scripts only move, magnify and mark what is rendered, and draw into the one
// group that Blazor leaves empty. They notify the server of what was chosen and of where a movement ended.

/** @import { DotNetObject } from '/dotnet-object.js' */
/** @import { Axis, View } from '/timeline-geometry.js' */
/** @import { FocusedItem } from '/timeline-items.js' */
/** @import { Drag } from '/timeline-pointer.js' */
/** @import { InnerWords } from '/timeline-window.js' */

import { takeUp } from '/early.js';
import { closest, find, findAll, required } from '/elements.js';
import { allowedView, shownDays, toUnits } from '/timeline-geometry.js';
import { anywhere, everywhere, named, passFocusOn } from '/timeline-items.js';
import { keyPressed, keyPressedElsewhere } from '/timeline-keys.js';
import { Readings, showWords } from '/timeline-marks.js';
import { clicked, pointerDown, pointerMoved, pointerUp, wheelTurned } from '/timeline-pointer.js';
import { itemFocused, lineFocused } from '/timeline-selection.js';
import { addressDays, bringIntoView, notify, openingDays, restoreDays, settleSoon, showDays, showWindow } from '/timeline-window.js';

/**
 * The methods of the component on the server.
 * @typedef {object} TimelineMethods
 * @property {(width: number) => void} Resized The width of the component has settled, in pixels.
 * @property {(key: string) => void} Chose A mark was chosen by its key; an empty one chooses nothing.
 * @property {() => void} ShowKeys The list of keys was asked for.
 * @property {(from: string, to: string, stop: number, shown: number) => void} Settled A movement has ended: first and last day in the window, number of the stop to render for it, or 0, and of the one that is shown.
 */

/**
 * The part that the server rendered: its elements, and the values of its data attributes.
 * @typedef {object} Printed
 * @property {HTMLElement} drawing Everything below the buttons.
 * @property {HTMLElement} world The rendered pictures, which are moved as one.
 * @property {SVGElement} own The group that the scripts draw into.
 * @property {number} gutter The pixels left of the window.
 * @property {number} bottom The pixels from the top to the small picture below.
 */

/**
 * The state of the component on the page.
 * @typedef {object} TimelineState
 * @property {HTMLElement} frame The whole component, with its buttons.
 * @property {DotNetObject<TimelineMethods>} server
 * @property {View} view
 * @property {SVGElement} layer The rendered picture that is shown.
 * @property {boolean} printedAnew Whether the pictures have not been read since they were rendered.
 * @property {number} grown How many times wider the picture is shown than it was rendered.
 * @property {SVGElement[]} items The marks in it that can be chosen.
 * @property {InnerWords[]} innerWords
 * @property {number | null} stop The stop whose button is pressed.
 * @property {string | null} chosen The key of the mark that is chosen.
 * @property {FocusedItem | null} focused The mark that has the focus, or had it when it was rendered again.
 * @property {boolean} keepsWindow Whether the focus is being passed on: then the window stays.
 * @property {Map<number, number>} pointers Where each finger is, in pixels of the window.
 * @property {Drag | null} drag
 * @property {boolean} endsDrag Whether the next click ends a drag: it then chooses nothing.
 * @property {number} resting The timer after which a movement has ended.
 * @property {string | null} settled The last movement of which the server was notified.
 * @property {Readings} readings
 */

/**
 * A timeline on the page.
 * @typedef {Axis & Printed & TimelineState} Timeline
 */

/**
 * A component to which the script is attached.
 * @typedef {object} Place
 * @property {HTMLElement} frame
 * @property {DotNetObject<TimelineMethods>} server
 * @property {AbortController} leaving
 * @property {Timeline | null} timeline `null` before the first picture.
 */

/** @type {WeakMap<HTMLElement, Place>} */
const places = new WeakMap();

/**
 * Begins to listen to a component, and notifies the server of its width.
 * @param {HTMLElement | null} frame `null` where the page was left before this script was loaded.
 * @param {DotNetObject<TimelineMethods>} server
 */
export function attach(frame, server) {
    if (!frame) {
        return;
    }
    const leaving = new AbortController();
    const { signal } = leaving;
    /** @type {Place} */
    const place = { frame, server, leaving, timeline: null };
    places.set(frame, place);

    const stopMeasuring = measure(place);
    signal.addEventListener('abort', () => { stopMeasuring(); clearTimeout(place.timeline?.resting); });

    /**
     * @template {Event} T
     * @param {(timeline: Timeline, event: T) => void} act
     * @returns {(event: T) => void}
     */
    const drawn = act => event => {
        if (place.timeline) {
            act(place.timeline, event);
        }
    };
    frame.addEventListener('click', drawn(clicked), { signal });
    frame.addEventListener('keydown', drawn(keyPressed), { signal });
    frame.addEventListener('pointerdown', drawn(pointerDown), { signal });
    frame.addEventListener('pointermove', drawn(pointerMoved), { signal });
    frame.addEventListener('pointerup', drawn(pointerUp), { signal });
    frame.addEventListener('pointercancel', drawn(pointerUp), { signal });
    frame.addEventListener('pointerleave', () => { showWords(frame, 0, null); place.timeline?.readings.clear(); }, { signal });
    frame.addEventListener('wheel', drawn(wheelTurned), { signal, passive: false });
    frame.addEventListener('focusin', drawn((timeline, event) => itemFocused(timeline, closest(event.target, '.item', SVGElement))), { signal });
    frame.addEventListener('focusout', event => {
        showWords(frame, 0, null);
        if (place.timeline && event.relatedTarget) {
            place.timeline.focused = null;
        }
    }, { signal });
    window.addEventListener('popstate', drawn(restoreDays), { signal });
    document.addEventListener('keydown', drawn(keyPressedElsewhere), { signal });
    document.addEventListener('journal-back', drawn(timeline => settleSoon(timeline, 0)), { signal });
    document.addEventListener('focusin', drawn((timeline, event) => lineFocused(timeline, closest(event.target, '[data-item]', HTMLElement))), { signal });
}

/**
 * Stops listening to a component.
 * @param {HTMLElement | null} frame
 */
export function detach(frame) {
    if (frame) {
        places.get(frame)?.leaving.abort();
        places.delete(frame);
    }
}

/**
 * Reads what was rendered again. The axis may have changed (folded, a new width, a new session); the window stays where it was in time.
 * Ends once the first picture is painted: the server then renders the stops that are not shown yet.
 * @param {HTMLElement | null} frame
 * @param {string | null} chosen The key of the mark that is chosen.
 * @param {string[]} hits The keys of the marks that the search found.
 * @returns {Promise<void>}
 */
export async function refresh(frame, chosen, hits) {
    const place = frame && places.get(frame);
    const drawing = frame && find(frame, '.drawing', HTMLElement);
    if (!place || !drawing) {
        return;
    }
    const before = place.timeline;
    const days = before && shownDays(before);
    const number = before?.rungs.find(rung => Math.abs(rung[1] / before.view.scale - 1) < 1e-6)?.[0];
    const timeline = place.timeline = before ? Object.assign(before, read(drawing), { printedAnew: true, stop: null }) : begin(place, read(drawing));
    const stop = timeline.rungs.find(rung => rung[0] === number);
    if (days && stop) {
        // Another width shows more or fewer days of the same stop, up to the same last one.
        showWindow(timeline, toUnits(timeline, days[1]) - timeline.width / stop[1], stop[1], true);
    } else {
        showDays(timeline, ...(days ?? addressDays() ?? openingDays(timeline)), true);
    }
    for (const item of findAll(drawing, '.item', SVGElement)) {
        item.classList.toggle('chosen', item.dataset.key === chosen);
        item.classList.toggle('hit', hits.includes(item.dataset.key ?? ''));
    }
    if (chosen && chosen !== timeline.chosen) {
        showWords(frame, 0, null);
        bringIntoView(timeline, anywhere(timeline, chosen));
    }
    timeline.chosen = chosen;
    if (everywhere(timeline).length > 0) {
        // The picture that was pressed on may be another one by now.
        takeUp(frame, pressed => named(timeline, closest(pressed, '.item', SVGElement)?.dataset.key) ?? pressed);
    }
    passFocusOn(timeline);
    if (!before) {
        // A tab in the background paints nothing: the timeout ends the wait.
        await new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 400); });
    }
}

/**
 * Shows a range of days, by their numbers.
 * @param {HTMLElement | null} frame
 * @param {number} from
 * @param {number} to The day after the last one.
 */
export function show(frame, from, to) {
    const timeline = frame && places.get(frame)?.timeline;
    if (timeline) {
        showDays(timeline, from, to, true);
    }
}

/**
 * Notifies the server of each width that lasts; returns a function that stops it.
 * @param {Place} place
 * @returns {() => void}
 */
function measure({ frame, server }) {
    // It was drawn at the width of the last drawing, before which there may have been another panel beside it.
    let width = Math.floor(find(frame, '.drawing', HTMLElement)?.offsetWidth ?? 0);
    let waiting = 0;
    const sizes = new ResizeObserver(([entry]) => {
        const now = Math.floor(entry.contentRect.width);
        // Cleared first: a width that lasted only a moment must not be drawn once the old one is back.
        clearTimeout(waiting);
        if (now !== width && now > 0) {
            showWords(frame, 0, null); // They stand where the mark was.
            waiting = setTimeout(() => {
                width = now;
                notify(server, 'Resized', now);
            }, width ? 120 : 0);
        }
    });
    sizes.observe(frame);
    return () => { sizes.disconnect(); clearTimeout(waiting); };
}

/**
 * @param {HTMLElement} drawing
 * @returns {Axis & Printed}
 */
function read(drawing) {
    const { corners, rungs, width, gutter, bottom, nearest } = drawing.dataset;
    const bends = pairs(corners);
    return {
        drawing,
        world: required(drawing, '.world', HTMLElement),
        own: required(drawing, '.own', SVGElement),
        corners: bends,
        rungs: pairs(rungs),
        total: bends[bends.length - 1][1],
        width: Number(width),
        gutter: Number(gutter),
        bottom: Number(bottom),
        nearest: Number(nearest),
    };
}

/**
 * Reads pairs of numbers: « 1:0.5 2:4 ».
 * @param {string | undefined} text
 * @returns {[number, number][]}
 */
const pairs = (text = '') => text.split(' ').map(pair => {
    const [one, other] = pair.split(':');
    return [Number(one), Number(other)];
});

/**
 * @param {Place} place
 * @param {Axis & Printed} printed
 * @returns {Timeline}
 */
function begin({ frame, server }, printed) {
    const timeline = {
        ...printed,
        frame,
        server,
        view: allowedView(printed, 0, 0),
        layer: required(printed.world, '.stop', SVGElement),
        printedAnew: true,
        grown: 1,
        items: [],
        innerWords: [],
        stop: null,
        chosen: null,
        focused: null,
        keepsWindow: false,
        pointers: new Map(),
        drag: null,
        endsDrag: false,
        resting: 0,
        settled: null,
    };
    return Object.assign(timeline, { readings: new Readings(timeline) });
}
