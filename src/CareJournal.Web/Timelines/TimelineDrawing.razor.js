// The window on a timeline: moving, magnifying, hover and focus. Blazor prints every stop once; this script only moves, magnifies and
// marks what is printed, and draws into the one group that Blazor leaves empty. The server hears what was chosen and where it came to rest.

import { svg, nearest, visible, Readings } from '/timeline-marks.js';

const rooms = new WeakMap();
const rest = 160;        // ms after the last movement
const reach = 12;        // px within which a thin mark is meant
const press = 1.6;       // one press of + or −
const slack = 1.001;     // a stop's own scale, but for rounding
const epoch = 719162;    // the day number of 1 January 1970

export function attach(frame, server) {
    if (!frame) {
        return; // The page was left before this script came.
    }
    const leaving = new AbortController();
    const on = (target, name, act, options = {}) => target.addEventListener(name, act, { signal: leaving.signal, ...options });
    const self = { frame, server, leaving, view: null, pointers: new Map(), drag: null, hits: [] };
    rooms.set(frame, self);

    let width = frame.querySelector('.drawing') ? Math.floor(frame.clientWidth) : 0;
    let waiting = 0;
    const sizes = new ResizeObserver(([entry]) => {
        const now = Math.floor(entry.contentRect.width);
        // First of all: a width that lasted only a moment must not be drawn after all once the old one is back.
        clearTimeout(waiting);
        if (now !== width && now > 0) {
            waiting = setTimeout(() => {
                width = now;
                inform(self, 'Resized', now);
            }, width ? 120 : 0);
        }
    });
    sizes.observe(frame);
    leaving.signal.addEventListener('abort', () => { sizes.disconnect(); clearTimeout(waiting); clearTimeout(self.resting); });

    on(frame, 'click', event => click(self, event));
    on(frame, 'keydown', event => key(self, event));
    on(frame, 'pointerdown', event => down(self, event));
    on(frame, 'pointermove', event => move(self, event));
    on(frame, 'pointerup', event => up(self, event));
    on(frame, 'pointercancel', event => up(self, event));
    on(frame, 'pointerleave', () => { tell(self, null); self.readings?.clear(); });
    on(frame, 'wheel', event => wheel(self, event), { passive: false });
    on(frame, 'focusin', event => focused(self, event.target.closest('.item')));
    on(frame, 'focusout', event => { tell(self, null); self.held = event.relatedTarget ? null : self.held; });
    on(window, 'popstate', () => restore(self));
    on(document, 'keydown', event => outside(self, event));
    on(document, 'journal-back', () => self.view && settleSoon(self, 0));
    on(document, 'focusin', event => linked(self, event.target.closest?.('[data-item]')));
}

export function detach(frame) {
    rooms.get(frame)?.leaving.abort();
    rooms.delete(frame);
}

// After each print: the axis may have changed (folded, a new width, a new session); the window stays where it was in time.
// Done once it is painted: the server then prints the stops that nobody looks at yet.
export async function refresh(frame, chosen, hits) {
    const self = rooms.get(frame);
    const drawing = frame?.querySelector('.drawing');
    if (!self || !drawing) {
        return;
    }
    const days = self.view && shownDays(self);
    self.layer = null; // What was printed anew is looked at anew.
    self.stop = null;
    const number = self.view && self.rungs.find(rung => Math.abs(rung[1] / self.view.scale - 1) < 1e-6)?.[0];
    const { dataset } = drawing;
    Object.assign(self, {
        drawing,
        hits,
        axis: dataset.corners.split(' ').map(corner => corner.split(':').map(Number)),
        rungs: dataset.rungs.split(' ').map(rung => rung.split(':').map(Number)),
        width: Number(dataset.room),
        gutter: Number(dataset.gutter),
        bottom: Number(dataset.bottom),
        nearest: Number(dataset.nearest),
        own: drawing.querySelector('.own'),
        world: drawing.querySelector('.world'),
    });
    self.total = self.axis.at(-1)[1];
    self.readings ??= new Readings(self);
    const stop = number && self.rungs.find(rung => rung[0] === number);
    if (stop) {
        // Another width shows more or fewer days of the same stop, up to the same last one.
        look(self, toUnits(self, days[1]) - self.width / stop[1], stop[1], true);
    } else {
        frameDays(self, ...(days ?? fromAddress() ?? opened(self)), true);
    }
    for (const item of drawing.querySelectorAll('.item')) {
        item.classList.toggle('chosen', item.dataset.key === chosen);
        item.classList.toggle('hit', hits.includes(item.dataset.key));
    }
    if (chosen && chosen !== self.chosen) {
        bring(self, placeOf(self, chosen));
    }
    self.chosen = chosen;
    const { pending } = self;
    self.pending = null;
    if (pending) {
        act(self, pending, true);
    }
    handOver(self);
    if (!self.painted) {
        self.painted = true;
        // A tab in the background paints nothing: then it is not waited for.
        await new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 400); });
    }
}

// ---- Time and pixels -------------------------------------------------------------------------------------------------------------

export function along(pairs, value, from, to) {
    let index = 1;
    while (index < pairs.length - 1 && pairs[index][from] < value) {
        index++;
    }
    const [left, right] = [pairs[index - 1], pairs[index]];
    return left[to] + (value - left[from]) * (right[to] - left[to]) / (right[from] - left[from]);
}

export const toUnits = (self, day) => along(self.axis, day, 0, 1);
export const toDay = (self, units) => along(self.axis, units, 1, 0);
export const iso = day => new Date((day - epoch) * 86400000).toISOString().slice(0, 10);
export const dayOf = text => Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000) + epoch;
const shownDays = self => [toDay(self, self.view.u), toDay(self, self.view.u + self.width / self.view.scale)];
const unitsAt = (self, x) => self.view.u + x / self.view.scale;

// The opening rule: the stop that the server names, ending today with a little air.
function opened(self) {
    const { opening, today } = self.drawing.dataset;
    const shown = self.width / self.rungs.find(rung => rung[0] === Number(opening))[1];
    const end = Math.min(self.total, toUnits(self, Number(today)) + shown * 0.04);
    return [toDay(self, Math.max(0, end - shown)), toDay(self, end)];
}

function fromAddress() {
    const asked = new URLSearchParams(location.search);
    const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
    return /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to) && from <= to ? [dayOf(from), dayOf(to) + 1] : null;
}

function restore(self) {
    const wanted = self.drawing && fromAddress();
    if (wanted) {
        frameDays(self, ...wanted, true);
    }
}

function frameDays(self, from, to, quiet) {
    const [u, end] = [toUnits(self, from), toUnits(self, to)];
    const shown = Math.max(end - u, 0.5);
    // An address holds whole days: what is a stop but for a day at either end is that stop.
    const rung = self.rungs.find(([, own]) => Math.abs(self.width / own - shown) <= 2);
    look(self, u, rung?.[1] ?? self.width / shown, quiet);
}

// ---- The one place that moves anything -------------------------------------------------------------------------------------------

export const within = (self, scale) => Math.min(Math.max(scale, self.width / self.total), self.nearest);

// The window asked for, as far as the axis and the nearest view allow.
export function placed(self, u, scale) {
    scale = within(self, scale);
    return { u: Math.min(Math.max(u, 0), Math.max(0, self.total - self.width / scale)), scale };
}

// Nearer or farther away, around what lies at a place in the window.
export function zoomed(self, factor, x) {
    const scale = within(self, self.view.scale * factor);
    return { u: unitsAt(self, x) - x / scale, scale };
}

// The day between the fingers goes with the middle of the hand.
export function pinched(self, drag, apart, middle) {
    const scale = within(self, drag.scale * Math.max(apart, 10) / Math.max(drag.apart, 10));
    return { u: drag.u + drag.middle / drag.scale - middle / scale, scale };
}

function look(self, u, scale, quiet) {
    self.view = placed(self, u, scale);
    ({ u, scale } = self.view);
    const before = self.layer;
    const layer = fitting(self);
    const grown = scale / Number(layer.dataset.scale);
    self.layer = layer;
    self.world.style.transform = `translate3d(${-u * scale}px, 0, 0)`;
    if (before !== layer || self.grown !== grown) {
        self.grown = grown;
        layer.style.setProperty('--k', grown);
        self.drawing.querySelector('#silence').setAttribute('patternTransform', `scale(${1 / grown} 1) rotate(45)`);
    }
    if (before !== layer || !layer.classList.contains('on')) {
        for (const other of self.drawing.querySelectorAll('.stop')) {
            other.classList.toggle('on', other === layer || (other.classList.contains('gutter') && other.dataset.stop === layer.dataset.stop));
        }
        self.words = [...layer.querySelectorAll('.stay')].map(words => ({
            words, from: Number(words.dataset.from), to: Number(words.dataset.to), wide: Number(words.dataset.words), centred: words.matches('.length, .how'), shift: 0,
        }));
        self.all = [...layer.querySelectorAll('.item')];
    }
    keepWords(self);
    if (before !== layer) {
        handOver(self);
        if (!items(self).some(item => item.tabIndex === 0)) {
            stand(self, named(self, self.chosen) ?? items(self).at(-1));
        }
    }
    self.readings.clear();
    drawWindow(self);
    const stop = stopAt(self);
    if (self.stop !== stop) {
        self.stop = stop;
        for (const button of self.frame.querySelectorAll('[data-do^="stop-"]')) {
            button.setAttribute('aria-pressed', button.dataset.do === `stop-${stop}`);
        }
    }
    settleSoon(self, quiet ? 0 : rest);
}

// Not while a finger or a button is down: the movement has not ended.
function settleSoon(self, after) {
    clearTimeout(self.resting);
    self.resting = self.drag ? 0 : setTimeout(() => settled(self), after);
}

export const stopAt = self => self.rungs.findLast(rung => rung[1] <= self.view.scale * slack)?.[0] ?? self.rungs[0][0];

// The nearest stop that is not larger than what is on the screen, and that was printed for these days.
function fitting(self) {
    const printed = [...self.world.children].filter(layer => Number(layer.dataset.scale) <= self.view.scale * slack && covers(self, layer, 0));
    return printed.sort((one, other) => Number(one.dataset.scale) - Number(other.dataset.scale)).at(-1) ?? self.world.firstElementChild;
}

function covers(self, layer, beside) {
    if (layer.dataset.from === '') {
        return true;
    }
    const own = Number(layer.dataset.scale);
    const shown = self.width / self.view.scale;
    return Number(layer.dataset.from) <= Math.max(0, self.view.u - beside * shown) * own + 1
        && Number(layer.dataset.to) >= Math.min(self.total - 1, self.view.u + (1 + beside) * shown) * own - 1;
}

// The words of a long pause or period keep to the part of it that is on the screen.
function keepWords(self) {
    const left = self.view.u * self.view.scale;
    const right = left + self.width;
    for (const label of self.words) {
        const { words, wide, centred } = label;
        const [from, to] = [label.from * self.grown, label.to * self.grown];
        const here = centred ? (from + to) / 2 : from + 6;
        const [low, high] = [Math.max(from, left), Math.min(to, right)];
        const wanted = high - low < wide ? here : centred ? (low + high) / 2 : Math.max(here, low + 6);
        const cut = !centred && wanted < left && wanted + wide > left;
        if (label.shift !== wanted - here || label.cut !== cut) {
            Object.assign(label, { shift: wanted - here, cut });
            words.style.setProperty('--shift', `${label.shift}px`);
            words.classList.toggle('cut', cut);
        }
    }
}

function settled(self) {
    if (!self.frame.isConnected) {
        return;
    }
    const [from, to] = shownDays(self);
    const days = [iso(Math.floor(from + 0.01)), iso(Math.max(Math.floor(from + 0.01), Math.ceil(to - 0.01) - 1))];
    const known = fromAddress();
    if (!known || Math.abs(known[0] - from) > 1.01 || Math.abs(known[1] - to) > 1.01) {
        const address = new URL(location.href);
        address.searchParams.set('from', days[0]);
        address.searchParams.set('to', days[1]);
        history.replaceState(history.state, '', address);
    }
    const stop = stopAt(self);
    const printed = self.layer.dataset.stop === String(stop) && covers(self, self.layer, 0.5);
    const told = [...days, printed ? 0 : stop];
    if (told.join() !== self.told) {
        self.told = told.join();
        if (!inform(self, 'Settled', ...told)) {
            self.told = null; // Once the wire is back, it is said again.
        }
    }
}

// Over a lost wire nothing is said: the picture stays, to be read and moved.
function inform(self, what, ...words) {
    if (document.documentElement.dataset.wire === 'lost') {
        return false;
    }
    self.server.invokeMethodAsync(what, ...words).catch(() => {}); // The page was left in the meantime.
    return true;
}

function zoom(self, factor, x = self.width / 2) {
    const { u, scale } = zoomed(self, factor, x);
    look(self, u, scale);
}

function goStop(self, number) {
    const rung = self.rungs.find(candidate => candidate[0] === number);
    if (rung) {
        // Around the item one stands on or has chosen, where it is on the screen; else around today when it is there, else around the middle.
        const here = [items(self).find(item => item === document.activeElement), named(self, self.chosen)].find(item => item && visible(self, item));
        const today = (toUnits(self, Number(self.drawing.dataset.today)) - self.view.u) * self.view.scale;
        const x = here ? at(here) * self.grown - self.view.u * self.view.scale : today > 0 && today <= self.width ? today : self.width / 2;
        // What one stands on comes away from the edge, so that what follows it can be read.
        const place = here ? Math.min(Math.max(x, self.width * 0.1), self.width * 0.35) : x;
        look(self, unitsAt(self, x) - place / rung[1], rung[1]);
        say(self, self.frame.querySelector(`[data-do="stop-${number}"]`)?.textContent);
    }
}

// ---- Items -----------------------------------------------------------------------------------------------------------------------

const items = self => self.all;
const at = item => Number(item.dataset.at);
const named = (self, name) => (name ? items(self).find(item => item.dataset.key === name) : null);

function stand(self, item) {
    for (const other of items(self)) {
        other.tabIndex = other === item ? 0 : -1;
    }
}

// The nearest stop that was printed for the whole follow-up: from near, only the window is.
const wholeLayer = self => [...self.world.children].findLast(layer => layer.dataset.from === '');
const everywhere = self => [...wholeLayer(self).querySelectorAll('.item')];
const placeOf = (self, key) => everywhere(self).find(({ dataset }) => dataset.key === key || dataset.holds?.includes(key));

// What had the focus was printed anew, or another stop is on the screen: its successor takes the focus, and the window stays.
function handOver(self) {
    const { activeElement } = document;
    const lost = activeElement === document.body || (self.world.contains(activeElement) && !self.layer.contains(activeElement));
    if (!self.held || !lost) {
        return;
    }
    const { key, lane, units } = self.held;
    const successor = named(self, key) ?? nearest(items(self).filter(item => item.dataset.lane === lane), units * Number(self.layer.dataset.scale));
    if (successor) {
        stand(self, successor);
        self.still = true;
        successor.focus({ preventScroll: true });
        self.still = false;
    }
}

// Moves the window so far that an item is inside; of a pause or a period that is wider, the beginning. Never comes closer or goes away.
function bring(self, item) {
    if (!item || self.still) {
        return;
    }
    const own = Number(item.closest('.stop').dataset.scale);
    const from = at(item) / own;
    const to = Number(item.dataset.end ?? item.dataset.at) / own;
    const shown = self.width / self.view.scale;
    const inside = to - from > shown ? from < self.view.u + shown && to > self.view.u : from >= self.view.u && to <= self.view.u + shown;
    if (!inside) {
        look(self, to - from > shown ? from - shown * 0.2 : (from + to) / 2 - shown / 2, self.view.scale);
    }
}

function choose(self, item) {
    if (item.dataset.key.startsWith('column-')) {
        const [from, to] = item.dataset.key.slice('column-'.length).split('_').map(dayOf);
        const air = (to - from) * 0.5;
        frameDays(self, from - air, to + 1 + air);
        return;
    }
    stand(self, item);
    if (item.dataset.key.startsWith('period-')) {
        const [from, to] = [at(item), Number(item.dataset.end)].map(x => x / Number(self.layer.dataset.scale));
        const air = Math.max((to - from) * 0.1, 20);
        look(self, from - air, self.width / (to - from + 2 * air));
    }
    settleNow(self);
    inform(self, 'Chose', item.dataset.key);
}

// The server puts the window that it was told last into the address of what was chosen.
function settleNow(self) {
    clearTimeout(self.resting);
    settled(self);
}

function walk(self, kind, forward) {
    const own = Number(wholeLayer(self).dataset.scale);
    const here = items(self).find(item => item === document.activeElement) ?? named(self, self.chosen);
    const lane = everywhere(self).filter(item => item.dataset.key.startsWith(`${kind}-`)).sort((one, other) => at(one) - at(other));
    const place = here ? lane.findIndex(item => item.dataset.key === here.dataset.key) : -1;
    const from = here && visible(self, here) ? at(here) / Number(self.layer.dataset.scale) : unitsAt(self, self.width / 2);
    const next = place >= 0 ? lane[place + (forward ? 1 : -1)]
        : forward ? lane.find(item => at(item) / own > from) : lane.findLast(item => at(item) / own < from);
    bring(self, next);
    const there = next && named(self, next.dataset.key);
    if (there) {
        stand(self, there);
    }
    return there;
}

function focused(self, item) {
    self.held = item && { key: item.dataset.key, lane: item.dataset.lane, units: at(item) / Number(item.closest('.stop').dataset.scale) };
    if (item) {
        stand(self, item);
        bring(self, item);
        tell(self, named(self, item.dataset.key));
        for (const line of document.querySelectorAll('.list [data-item]')) {
            line.classList.toggle('pointed', line.dataset.item === item.dataset.key);
        }
        self.readings.at(at(item) * self.grown - self.view.u * self.view.scale);
    }
}

// A line of the list and its mark belong together.
function linked(self, line) {
    for (const item of self.drawing?.querySelectorAll('.item.pointed') ?? []) {
        item.classList.remove('pointed');
    }
    const item = line && self.layer && placeOf(self, line.dataset.item);
    if (item) {
        bring(self, item);
        named(self, line.dataset.item)?.classList.add('pointed');
    }
}

// ---- Mouse and fingers -----------------------------------------------------------------------------------------------------------

function place(self, event) {
    const box = self.drawing.getBoundingClientRect();
    return [event.clientX - box.left - self.gutter, event.clientY - box.top];
}

function down(self, event) {
    if (!self.drawing?.contains(event.target) || event.button !== 0) {
        return;
    }
    self.held = null;
    clearTimeout(self.resting);
    const [x, y] = place(self, event);
    if (x < 0) {
        return;
    }
    self.pointers.set(event.pointerId, x);
    const kind = self.pointers.size === 2 ? 'pinch' : y < 30 ? 'brush' : y > self.bottom ? 'minimap' : 'pan';
    self.drag = { kind, x, u: self.view.u, scale: self.view.scale, moved: kind === 'minimap', apart: apart(self), middle: middle(self) };
    if (kind === 'minimap') {
        self.frame.setPointerCapture(event.pointerId);
        minimap(self, x);
    }
}

const middle = self => { const [one, other] = [...self.pointers.values()]; return (one + (other ?? one)) / 2; };
const apart = self => { const [one, other] = [...self.pointers.values()]; return other === undefined ? 0 : Math.abs(one - other); };

function move(self, event) {
    if (!self.drawing) {
        return;
    }
    const [x, y] = place(self, event);
    const { drag } = self;
    if (!drag) {
        if (event.pointerType === 'mouse' && self.drawing.contains(event.target)) {
            tell(self, x >= 0 ? meant(self, event, x, y) : null);
            self.readings.at(x >= 0 && x <= self.width && y < self.bottom ? x : null);
        }
        return;
    }
    self.pointers.set(event.pointerId, x);
    if (!drag.moved && Math.abs(x - drag.x) > 4) {
        drag.moved = true;
        self.frame.setPointerCapture(event.pointerId);
        tell(self, null);
    }
    if (!drag.moved) {
        return;
    }
    switch (drag.kind) {
        case 'pan': look(self, drag.u - (x - drag.x) / drag.scale, drag.scale); break;
        case 'minimap': minimap(self, x); break;
        case 'brush': brush(self, drag.x, x); break;
        case 'pinch': {
            const { u, scale } = pinched(self, drag, apart(self), middle(self));
            look(self, u, scale);
            break;
        }
    }
}

function up(self, event) {
    const { drag } = self;
    self.pointers.delete(event.pointerId);
    if (!drag) {
        return;
    }
    const [x] = place(self, event);
    if (drag.kind === 'brush' && drag.moved && Math.abs(x - drag.x) > 8) {
        const [left, right] = [drag.x, x].sort((one, other) => one - other);
        const u = unitsAt(self, left);
        look(self, u, self.width / (unitsAt(self, right) - u));
    }
    self.own.querySelector('.brush')?.remove();
    self.skip = drag.moved; // The click that ends a drag chooses nothing.
    setTimeout(() => { self.skip = false; });
    // Of two fingers one stays: it goes on by itself, with the day below it.
    const [stays] = self.pointers.values();
    self.drag = stays === undefined ? null : { ...drag, kind: 'pan', x: stays, u: self.view.u, scale: self.view.scale };
    settleSoon(self, rest);
}

function brush(self, from, to) {
    self.own.querySelector('.brush')?.remove();
    self.own.append(svg('rect', { class: 'brush', x: self.gutter + Math.min(from, to), y: 0, width: Math.abs(to - from), height: self.bottom }));
}

function minimap(self, x) {
    const shown = self.width / self.view.scale;
    look(self, x / self.width * self.total - shown / 2, self.view.scale);
}

function wheel(self, event) {
    if (!self.drawing?.contains(event.target)) {
        return;
    }
    if (event.ctrlKey) {
        event.preventDefault();
        zoom(self, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), Math.max(0, place(self, event)[0]));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        look(self, self.view.u + (event.deltaX || event.deltaY) / self.view.scale, self.view.scale);
    }
}

// Thin marks need no steady hand: the nearest one of the lane is meant.
function meant(self, event, x, y) {
    const exact = event.target.closest('.item');
    if (exact && !exact.classList.contains('gap')) {
        return exact;
    }
    const there = self.view.u * self.view.scale / self.grown + x / self.grown;
    const lane = items(self).filter(item => item.matches('.visit, .column') && y > 120 && y < 190);
    const close = nearest(lane, there);
    return close && Math.abs(at(close) - there) * self.grown <= (exact ? 4 : reach) ? close : exact;
}

function click(self, event) {
    const button = event.target.closest('[data-do]');
    if (button) {
        if (self.view) {
            act(self, button.dataset.do, true);
        } else {
            self.pending = button.dataset.do; // Pressed before the first picture was looked at: done with it.
        }
        return;
    }
    if (self.skip || !self.drawing?.contains(event.target)) {
        return;
    }
    const [x, y] = place(self, event);
    const year = event.target.closest('text.ruler');
    const item = meant(self, event, x, y);
    tell(self, null);
    if (year && /^\d{4}$/.test(year.textContent)) {
        frameDays(self, dayOf(`${year.textContent}-01-01`), dayOf(`${Number(year.textContent) + 1}-01-01`));
    } else if (item) {
        choose(self, item);
    }
}

// ---- Keys and buttons ------------------------------------------------------------------------------------------------------------

const keys = {
    g: 'gap', f: 'flare-up', e: 'period',
};

function key(self, event) {
    const here = event.target.closest('.item');
    if (!here || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    const letter = event.key.toLowerCase();
    if (event.key === 'Enter' || event.key === ' ') {
        choose(self, here);
    } else if (event.key === 'Escape') {
        settleNow(self);
        inform(self, 'Chose', '');
    } else if (keys[letter]) {
        walk(self, keys[letter], !event.shiftKey)?.focus({ preventScroll: true });
    } else if (letter === 'n') {
        document.querySelector('[data-log]')?.click();
    } else if (event.key === '/') {
        document.querySelector('[data-search-record]')?.focus();
    } else if (event.key === '?') {
        if (!event.repeat && !document.querySelector('[role=dialog]')) {
            act(self, 'keys');
        }
    } else if (event.key === '+' || event.key === '=') {
        act(self, 'in');
    } else if (event.key === '-' || event.key === '−') {
        act(self, 'out');
    } else if (digit) {
        goStop(self, Number(digit));
    } else if (event.key === 'Home' || event.key === 'End') {
        act(self, event.key === 'Home' ? 'first' : 'today');
        const lane = items(self).filter(item => item.dataset.lane === here.dataset.lane).sort((one, other) => at(one) - at(other));
        lane.at(event.key === 'Home' ? 0 : -1)?.focus({ preventScroll: true });
    } else {
        const next = target(self, here, event.key);
        if (!next) {
            return;
        }
        next.focus({ preventScroll: true });
    }
    event.preventDefault();
}

function target(self, here, name) {
    const all = items(self);
    const lane = all.filter(item => item.dataset.lane === here.dataset.lane).sort((one, other) => at(one) - at(other));
    const place = lane.indexOf(here);
    const lanes = [...new Set(all.map(item => Number(item.dataset.lane)))].sort((one, other) => one - other);
    const beside = by => nearest(all.filter(item => Number(item.dataset.lane) === lanes[lanes.indexOf(Number(here.dataset.lane)) + by]), at(here));
    switch (name) {
        case 'ArrowLeft': return lane[place - 1];
        case 'ArrowRight': return lane[place + 1];
        case 'ArrowUp': return beside(-1);
        case 'ArrowDown': return beside(1);
        default: return null;
    }
}

function act(self, what, byButton) {
    const [verb] = what.split('-', 1);
    const kind = what.slice(verb.length + 1);
    const shown = self.width / self.view.scale;
    switch (verb) {
        case 'stop': goStop(self, Number(kind)); break;
        case 'in': zoom(self, press); break;
        case 'out': zoom(self, 1 / press); break;
        case 'whole': look(self, 0, 0); break;
        case 'first': look(self, toUnits(self, Number(self.drawing.dataset.first)) - shown * 0.04, self.view.scale); break;
        case 'today': look(self, toUnits(self, Number(self.drawing.dataset.today)) - shown * 0.96, self.view.scale); break;
        case 'keys': inform(self, 'ShowKeys'); break;
        case 'previous':
        case 'next': {
            const item = walk(self, kind, verb === 'next');
            if (item && byButton) {
                settleNow(self);
                inform(self, 'Chose', item.dataset.key);
            }
            break;
        }
    }
}

// From the detail back to its mark; "/" searches this record from anywhere on the page but a field.
function outside(self, event) {
    if (event.key === 'Escape' && event.target.closest?.('#detail') && !event.defaultPrevented && !document.querySelector('dialog[open], .mud-dialog') && !event.target.matches('textarea, input, select')) {
        named(self, self.chosen)?.focus({ preventScroll: true });
    }
}

// ---- What is said and shown beside the pointer -------------------------------------------------------------------------------------

function say(self, words) {
    self.frame.querySelector('[data-said]').textContent = words ?? '';
}

function tell(self, item) {
    const words = self.frame.querySelector('.hover');
    if (!words || !item) {
        words?.setAttribute('hidden', '');
        return;
    }
    words.textContent = item.getAttribute('aria-label');
    words.removeAttribute('hidden');
    const box = item.getBoundingClientRect();
    const room = self.frame.getBoundingClientRect();
    const middle = Math.min(Math.max((box.left + box.right) / 2, room.left + self.gutter), room.right);
    words.style.left = `${Math.max(0, Math.min(middle - room.left - words.offsetWidth / 2, self.frame.clientWidth - words.offsetWidth))}px`;
    words.style.top = `${box.bottom - room.top + 6}px`;
}

function drawWindow(self) {
    const [left, width] = [self.view.u / self.total * self.width, self.width / self.view.scale / self.total * self.width];
    const mark = self.own.querySelector('.window') ?? self.own.appendChild(svg('rect', { class: 'window', rx: 4 }));
    for (const [name, value] of Object.entries({ x: self.gutter + left, y: self.bottom + 4, width, height: 34 })) {
        mark.setAttribute(name, value);
    }
}
