// The rows of the overview. Blazor prints the frame and leaves the body empty; this script fills it with blocks of rows as they come
// near the window, a few ahead of the movement, and drops those that are far. One row is in the tab order; the arrows walk the table.

const rooms = new WeakMap();
const ahead = 5;    // blocks kept ready in the direction of movement
const behind = 2;   // and in the other one
const most = 8;     // blocks asked for at once

export function attach(frame, server) {
    if (!frame) {
        return; // The page was left before this script came.
    }
    const leaving = new AbortController();
    const on = (target, name, act, options = {}) => target.addEventListener(name, act, { signal: leaving.signal, ...options });
    const self = {
        frame, server, leaving, rows: frame.querySelector('.rows'), height: +frame.dataset.row, size: +frame.dataset.block,
        count: 0, blocks: new Map(), turn: 0, asking: false, top: 0, down: true, at: 0, column: 0, width: 0,
    };
    rooms.set(frame, self);
    const axis = frame.querySelector('[data-axis]');
    let waiting = 0;
    const sizes = new ResizeObserver(([entry]) => {
        const width = Math.floor(entry.contentRect.width);
        if (width > 0 && width !== self.width) {
            clearTimeout(waiting);
            waiting = setTimeout(() => { self.width = width; call(self, 'Measured', width); }, self.width ? 120 : 0);
        }
    });
    sizes.observe(axis);
    leaving.signal.addEventListener('abort', () => { sizes.disconnect(); clearTimeout(waiting); });
    on(frame, 'scroll', () => scrolled(self), { passive: true });
    on(frame, 'keydown', event => key(self, event));
    on(frame, 'click', event => click(self, event));
    on(frame, 'focusin', event => focused(self, event.target.closest('[data-place]')));
    on(document, 'keydown', event => outside(self, event));
}

export function detach(frame) {
    rooms.get(frame)?.leaving.abort();
    rooms.delete(frame);
}

// Another order, alignment or width: what stands is replaced once the new rows are here, so that nothing blinks.
export function show(frame, count, at) {
    const self = rooms.get(frame);
    if (!self) {
        return;
    }
    self.turn++;
    self.count = count;
    self.rows.style.height = `${count * self.height}px`;
    if (at != null) {
        frame.scrollTop = at * self.height;
    }
    self.at = Math.min(self.at, Math.max(0, count - 1));
    fill(self);
}

export function reveal(frame, place, focus) {
    const self = rooms.get(frame);
    if (!self || place == null) {
        self?.rows.querySelector('.found')?.classList.remove('found');
        return;
    }
    self.sought = place;
    go(self, place, focus);
    mark(self);
}

function call(self, name, ...args) {
    return self.server.invokeMethodAsync(name, ...args).catch(() => null); // A lost wire: the rows that are here stay.
}

function scrolled(self) {
    self.down = self.frame.scrollTop >= self.top;
    self.top = self.frame.scrollTop;
    fill(self);
}

export function wanted(self) {
    const last = Math.ceil(self.count / self.size) - 1;
    const first = Math.floor(self.frame.scrollTop / (self.size * self.height));
    const seen = Math.floor((self.frame.scrollTop + self.frame.clientHeight) / (self.size * self.height));
    const [up, down] = self.down ? [behind, ahead] : [ahead, behind];
    return { first: Math.max(0, first), seen: Math.min(last, seen), from: Math.max(0, first - up), to: Math.min(last, seen + down) };
}

async function fill(self) {
    if (self.asking || !self.width) {
        return;
    }
    self.asking = true;
    for (let missing = next(self); missing; missing = next(self)) {
        const turn = self.turn;
        const texts = await call(self, 'Blocks', missing.first, missing.count);
        if (!texts || self.leaving.signal.aborted) {
            break;
        }
        if (turn === self.turn) {
            texts.forEach((text, place) => put(self, missing.first + place, text));
            drop(self);
            settle(self);
        }
    }
    self.asking = false;
}

// What is in sight comes first, then what lies in the way.
export function next(self) {
    const { first, seen, from, to } = wanted(self);
    const isNew = block => self.blocks.get(block)?.turn !== self.turn;
    const run = (low, high) => {
        let start = low;
        while (start <= high && !isNew(start)) {
            start++;
        }
        let end = start;
        while (end < high && end - start + 1 < most && isNew(end + 1)) {
            end++;
        }
        return start > high ? null : { first: start, count: end - start + 1 };
    };
    return run(first, seen) ?? (self.down ? run(seen, to) ?? run(from, first) : run(from, first) ?? run(seen, to));
}

function put(self, block, text) {
    const old = self.blocks.get(block)?.element;
    const element = document.createElement('div');
    element.className = 'block';
    element.setAttribute('role', 'presentation');
    element.style.top = `${block * self.size * self.height}px`;
    element.innerHTML = text;
    if (old?.contains(document.activeElement)) {
        self.wish = self.at; // Whoever stands in the row goes on there once it is drawn again.
    }
    old ? old.replaceWith(element) : self.rows.append(element);
    self.blocks.set(block, { element, turn: self.turn });
}

function drop(self) {
    const { from, to, first, seen } = wanted(self);
    const whole = self.blocks.get(first)?.turn === self.turn && self.blocks.get(seen)?.turn === self.turn;
    for (const [block, { element, turn }] of self.blocks) {
        const held = element.contains(document.activeElement);
        if (((block < from - ahead || block > to + ahead) && !held) || (whole && turn !== self.turn) || block * self.size >= self.count) {
            element.remove();
            self.blocks.delete(block);
        }
    }
}

// After rows came: one of them is in the tab order, the one that was asked for has the focus.
function settle(self) {
    mark(self);
    const row = rowAt(self, self.at) ?? self.rows.querySelector('[data-place]');
    const link = row?.querySelector('a');
    if (link && !self.rows.querySelector('a[tabindex="0"]')) {
        link.tabIndex = 0;
    }
    if (self.wish != null && rowAt(self, self.wish)) {
        const cell = cells(rowAt(self, self.wish))[self.column];
        self.wish = null;
        cell.focus({ preventScroll: true });
    }
}

function mark(self) {
    self.rows.querySelector('.found')?.classList.remove('found');
    if (self.sought != null) {
        rowAt(self, self.sought)?.classList.add('found');
    }
}

const rowAt = (self, place) => self.rows.querySelector(`[data-place="${place}"]`);
const cells = row => [row.querySelector('a'), ...row.querySelectorAll('[role=gridcell]')];

function go(self, place, focus) {
    self.at = Math.max(0, Math.min(self.count - 1, place));
    const head = self.frame.querySelector('.head').offsetHeight;
    const top = self.at * self.height;
    const room = self.frame.clientHeight - head;
    if (top < self.frame.scrollTop) {
        self.frame.scrollTop = top;
    } else if (top + self.height > self.frame.scrollTop + room) {
        self.frame.scrollTop = top + self.height - room;
    }
    if (focus) {
        self.wish = self.at;
        settle(self);
        fill(self);
    }
}

function focused(self, row) {
    if (!row) {
        return;
    }
    self.at = +row.dataset.place;
    self.rows.querySelectorAll('[tabindex="0"]').forEach(one => { one.tabIndex = -1; });
    document.activeElement.tabIndex = 0;
}

function key(self, event) {
    const row = event.target.closest?.('[data-place]');
    if (!row || event.altKey || event.metaKey) {
        return;
    }
    const page = Math.max(1, Math.floor(self.frame.clientHeight / self.height) - 2);
    const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page };
    if (event.key in steps && !event.ctrlKey) {
        go(self, self.at + steps[event.key], true);
    } else if (event.key === 'Home' || event.key === 'End') {
        self.column = event.ctrlKey ? 0 : event.key === 'Home' ? 0 : cells(row).length - 1;
        go(self, event.ctrlKey ? event.key === 'Home' ? 0 : self.count - 1 : self.at, true);
    } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && !event.ctrlKey) {
        self.column = Math.max(0, Math.min(cells(row).length - 1, self.column + (event.key === 'ArrowRight' ? 1 : -1)));
        go(self, self.at, true);
    } else if (event.key === 'Enter' && !event.target.matches('a')) {
        open(self, row);
    } else {
        return;
    }
    event.preventDefault();
}

// Letters that act from anywhere on the page, unless one writes.
function outside(self, event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, select, dialog, [role=menu]')) {
        return;
    }
    if (event.key === '/') {
        event.preventDefault();
        document.getElementById('caseload-find')?.focus();
    } else if (event.key === 'c' || event.key === 'C') {
        call(self, 'BackToCalendar');
    }
}

function click(self, event) {
    const row = event.target.closest('[data-place]');
    if (row && !event.target.closest('a') && !String(getSelection())) {
        open(self, row);
    } else if (row) {
        leaveMark(self, row);
    }
}

function open(self, row) {
    leaveMark(self, row);
    row.querySelector('a').click();
}

// The way back leads to the same row.
function leaveMark(self, row) {
    const address = new URL(location.href);
    address.searchParams.set('at', Math.max(0, +row.dataset.place - Math.round((row.getBoundingClientRect().top - self.frame.getBoundingClientRect().top) / self.height) + 1));
    history.replaceState(history.state, '', address);
}
