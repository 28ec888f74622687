// The window of a timeline: moves and zooms it, shows the fitting picture, and notifies the server of where a
// movement ended.

/** @import { DotNetObject } from '/dotnet-object.js' */
/** @import { Timeline, TimelineMethods } from '/Timelines/TimelineDrawing.razor.js' */

import { find, findAll, required } from '/elements.js';
import { allowedView, dayOf, iso, isReached, landing, shownDays, stopAt, toDay, toUnits, unitsAt, zoomed } from '/timeline-geometry.js';
import { at, focusedItem, inWindow, named, passFocusOn, pictures, putInTabOrder, scaleOf, sessionPlaces, visible } from '/timeline-items.js';
import { drawWindow } from '/timeline-marks.js';

/**
 * A text that an edge of the window could cut: it is then hidden. That inside a long pause or period is kept in the visible part of it. Places are pixels of its own picture.
 * @typedef {object} InnerWords
 * @property {SVGElement} words
 * @property {boolean} stays Whether it is moved so that it stays in the visible part.
 * @property {number} from Where the pause or period begins; where the mark of another text is.
 * @property {number} to Where it ends.
 * @property {number} wide About how wide the text is.
 * @property {number} before Which part of the text is before its place: none, a half, or all of it.
 * @property {number} shift By how many pixels it is moved now.
 * @property {boolean | null} cut Whether it is hidden because an edge would cut it; null before the first check.
 */

const letter = 7.3; // pixels: letters are counted a little wider than they mostly are
const beside = 6;   // pixels from a mark to the text beside it

const rest = 160; // ms after the last movement

// ---- Which days ------------------------------------------------------------------------------------------------------------------

/**
 * Returns the days that a timeline shows at first: those in which the server opened it, which names the stop and the left edge.
 * @param {Timeline} timeline
 * @returns {[from: number, to: number]}
 */
export function openingDays(timeline) {
    const { opening, openingStart } = timeline.drawing.dataset;
    const scale = timeline.rungs.find(rung => rung[0] === Number(opening))?.[1] ?? timeline.rungs[0][1];
    const start = Number(openingStart);
    return [toDay(timeline, start), toDay(timeline, Math.min(timeline.total, start + timeline.width / scale))];
}

/**
 * Returns the first day in the address and the one after the last; null if it contains none.
 * @returns {[from: number, to: number] | null}
 */
export function addressDays() {
    const asked = new URLSearchParams(location.search);
    const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
    return /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to) && from <= to ? [dayOf(from), dayOf(to) + 1] : null;
}

/**
 * Shows the days in the address, after going back or forward.
 * @param {Timeline} timeline
 */
export function restoreDays(timeline) {
    const wanted = addressDays();
    if (wanted) {
        showDays(timeline, ...wanted, true);
    }
}

/**
 * Shows a range of days.
 * @param {Timeline} timeline
 * @param {number} from
 * @param {number} to The day after the last one.
 * @param {boolean} [quiet] Whether no gesture moves it: then the server is notified at once.
 */
export function showDays(timeline, from, to, quiet) {
    const [start, end] = [toUnits(timeline, from), toUnits(timeline, to)];
    const shown = Math.max(end - start, 0.5);
    // An address contains whole days: a range that equals a stop but for a day at either end is that stop.
    const rung = timeline.rungs.find(([, own]) => Math.abs(timeline.width / own - shown) <= 2);
    showWindow(timeline, start, rung?.[1] ?? timeline.width / shown, quiet);
}

// ---- The one place that moves anything -------------------------------------------------------------------------------------------

/**
 * Moves and zooms the timeline, within the axis and the closest scale.
 * @param {Timeline} timeline
 * @param {number} start The left edge, in units.
 * @param {number} scale The pixels of a unit.
 * @param {boolean} [quiet] Whether no gesture moves it: then the server is notified at once.
 */
export function showWindow(timeline, start, scale, quiet) {
    const view = timeline.view = allowedView(timeline, start, scale);
    const layer = fittingLayer(timeline);
    const grown = view.scale / scaleOf(layer);
    const isOther = timeline.printedAnew || timeline.layer !== layer;
    timeline.layer = layer;
    timeline.printedAnew = false;
    timeline.world.style.transform = `translate3d(${-view.start * view.scale}px, 0, 0)`;
    if (isOther || timeline.grown !== grown) {
        timeline.grown = grown;
        layer.style.setProperty('--k', `${grown}`);
        required(timeline.drawing, '#silence', SVGElement).setAttribute('patternTransform', `scale(${1 / grown} 1) rotate(45)`);
    }
    if (isOther || !layer.classList.contains('on')) {
        showLayer(timeline);
    }
    keepWordsInside(timeline);
    if (isOther) {
        passFocusOn(timeline);
        if (!timeline.items.some(item => item.tabIndex === 0)) {
            putInTabOrder(timeline, named(timeline, timeline.chosen) ?? timeline.items.at(-1));
        }
    }
    timeline.readings.clear();
    drawWindow(timeline);
    pressStop(timeline);
    settleSoon(timeline, quiet ? 0 : rest);
}

/**
 * Zooms in or out around a pixel of the window: its middle if none is given.
 * @param {Timeline} timeline
 * @param {number} factor
 * @param {number} [x]
 */
export function zoom(timeline, factor, x = timeline.width / 2) {
    const { start, scale } = zoomed(timeline, factor, x);
    showWindow(timeline, start, scale);
}

/**
 * Shows a stop by its number, around the focused or selected mark if it is in the window; else around today, if that
 * is visible, else around the middle; but where no session is there, on the nearest one: a person is not opened on nothing.
 * @param {Timeline} timeline
 * @param {number} number
 */
export function showStop(timeline, number) {
    const rung = timeline.rungs.find(candidate => candidate[0] === number);
    if (rung) {
        const here = [focusedItem(timeline), named(timeline, timeline.chosen)].find(item => item && visible(timeline, item));
        const today = (toUnits(timeline, Number(timeline.drawing.dataset.today)) - timeline.view.start) * timeline.view.scale;
        const x = here ? inWindow(timeline, here) : today > 0 && today <= timeline.width ? today : timeline.width / 2;
        // The mark is moved away from the edge, so that what follows it can be read.
        const place = here ? Math.min(Math.max(x, timeline.width * 0.1), timeline.width * 0.35) : x;
        const start = unitsAt(timeline, x) - place / rung[1];
        showWindow(timeline, here ? start : landing(sessionPlaces(timeline), start, timeline.width / rung[1]), rung[1]);
        announce(timeline, find(timeline.frame, `[data-do="stop-${number}"]`, HTMLElement)?.textContent);
    }
}

/**
 * Moves the window just far enough to include a mark, or the beginning of a pause or period that is wider. Never zooms.
 * @param {Timeline} timeline
 * @param {SVGElement | undefined} item
 */
export function bringIntoView(timeline, item) {
    if (!item || timeline.keepsWindow) {
        return;
    }
    const { view } = timeline;
    const own = scaleOf(item);
    const from = at(item) / own;
    const to = Number(item.dataset.end ?? item.dataset.at) / own;
    const shown = timeline.width / view.scale;
    const inside = to - from > shown ? from < view.start + shown && to > view.start : from >= view.start && to <= view.start + shown;
    if (!inside) {
        showWindow(timeline, to - from > shown ? from - shown * 0.2 : (from + to) / 2 - shown / 2, view.scale);
    }
}

// ---- The printed pictures --------------------------------------------------------------------------------------------------------

/**
 * Returns the closest picture that is not larger than wanted on the screen, and that was drawn for these days.
 * @param {Timeline} timeline
 */
function fittingLayer(timeline) {
    const all = pictures(timeline);
    const fitting = all.filter(layer => isReached(scaleOf(layer), timeline.view) && covers(timeline, layer, 0));
    return fitting.sort((one, other) => scaleOf(one) - scaleOf(other)).at(-1) ?? all[0];
}

/**
 * Whether a picture covers the whole window, and a part of the window more on either side.
 * @param {Timeline} timeline
 * @param {SVGElement} layer
 * @param {number} beside
 */
function covers({ width, view, total }, layer, beside) {
    if (layer.dataset.from === '') {
        return true;
    }
    const own = scaleOf(layer);
    const shown = width / view.scale;
    return Number(layer.dataset.from) <= Math.max(0, view.start - beside * shown) * own + 1
        && Number(layer.dataset.to) >= Math.min(total - 1, view.start + (1 + beside) * shown) * own - 1;
}

/** @param {Timeline} timeline */
function showLayer(timeline) {
    const { drawing, layer } = timeline;
    for (const other of findAll(drawing, '.stop', SVGElement)) {
        other.classList.toggle('on', other === layer);
    }
    timeline.innerWords = findAll(layer, '.stay, .ruler, .words .date, foreignObject.words', SVGElement).map(innerWordsOf);
    timeline.items = findAll(layer, '.item', SVGElement);
}

/** @param {SVGElement} words @returns {InnerWords} */
function innerWordsOf(words) {
    const stays = words.matches('.stay');
    const mark = words.style.getPropertyValue('--x');
    const said = find(words, 'strong', HTMLElement) ?? words;
    return {
        words, stays,
        from: Number(words.dataset.from ?? mark), to: Number(words.dataset.to ?? mark), wide: Number(words.dataset.words ?? (said.textContent ?? '').length * letter),
        before: words.matches('.now') ? 1 : words.matches('.length, .how, .ruler') ? 0.5 : 0,
        shift: 0, cut: null,
    };
}

/** @param {Timeline} timeline */
function keepWordsInside({ innerWords, grown, view, width }) {
    const left = view.start * view.scale;
    const right = left + width;
    for (const label of innerWords) {
        const { words, wide, before } = label;
        const [from, to] = [label.from * grown, label.to * grown];
        const here = before > 0 ? (from + to) / 2 : from + beside;
        const [low, high] = [Math.max(from, left), Math.min(to, right)];
        const wanted = !label.stays || high - low < wide ? here : before > 0 ? (low + high) / 2 : Math.max(here, low + beside);
        const begins = wanted - before * wide;
        const cut = begins < left || begins + wide > right;
        if (label.shift !== wanted - here || label.cut !== cut) {
            Object.assign(label, { shift: wanted - here, cut });
            words.style.setProperty('--shift', `${label.shift}px`);
            words.classList.toggle('cut', cut);
        }
    }
}

/** @param {Timeline} timeline */
function pressStop(timeline) {
    const stop = stopAt(timeline);
    if (timeline.stop !== stop) {
        timeline.stop = stop;
        for (const button of findAll(timeline.frame, '[data-do^="stop-"]', HTMLElement)) {
            button.setAttribute('aria-pressed', `${button.dataset.do === `stop-${stop}`}`);
        }
    }
}

/**
 * Announces a text to a screen reader.
 * @param {Timeline} timeline
 * @param {string | null | undefined} words
 */
function announce(timeline, words) {
    required(timeline.frame, '[data-said]', HTMLElement).textContent = words ?? '';
}

// ---- The end of a movement -------------------------------------------------------------------------------------------------------

/**
 * Ends a movement after a delay. Not while a finger or a button is down: it has not ended.
 * @param {Timeline} timeline
 * @param {number} [after] In ms.
 */
export function settleSoon(timeline, after = rest) {
    clearTimeout(timeline.resting);
    timeline.resting = timeline.drag ? 0 : setTimeout(() => settle(timeline), after);
}

/**
 * Ends a movement. The server puts the window that was reported last into the address of the selection.
 * @param {Timeline} timeline
 */
export function settleNow(timeline) {
    clearTimeout(timeline.resting);
    settle(timeline);
}

/** @param {Timeline} timeline */
function settle(timeline) {
    if (!timeline.frame.isConnected) {
        return;
    }
    const [from, to] = shownDays(timeline);
    const first = iso(Math.floor(from + 0.01));
    const last = iso(Math.max(Math.floor(from + 0.01), Math.ceil(to - 0.01) - 1));
    const known = addressDays();
    if (!known || Math.abs(known[0] - from) > 1.01 || Math.abs(known[1] - to) > 1.01) {
        const address = new URL(location.href);
        address.searchParams.set('from', first);
        address.searchParams.set('to', last);
        history.replaceState(history.state, '', address);
    }
    const stop = stopAt(timeline);
    const isPrinted = timeline.layer.dataset.stop === String(stop) && covers(timeline, timeline.layer, 0.5);
    const wanted = isPrinted ? 0 : stop;
    const settled = `${first} ${last} ${wanted} ${stop}`;
    if (timeline.settled !== settled) {
        // Once there is a connection again, the server is notified again.
        timeline.settled = notify(timeline.server, 'Settled', first, last, wanted, stop) ? settled : null;
    }
}

/**
 * Notifies the server, and returns whether it tried: without a connection it does not, and the picture can still be read and moved.
 * @template {keyof TimelineMethods} Name
 * @param {DotNetObject<TimelineMethods>} server
 * @param {Name} what
 * @param {Parameters<TimelineMethods[Name]>} args
 * @returns {boolean}
 */
export function notify(server, what, ...args) {
    if (document.documentElement.dataset.connection === 'lost') {
        return false;
    }
    server.invokeMethodAsync(what, ...args).catch(() => {}); // The page was left in the meantime.
    return true;
}
