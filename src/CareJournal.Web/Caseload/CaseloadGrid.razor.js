// Shows the rows of the overview. Blazor renders the frame and leaves the body empty; this script fills it with blocks of rows as they come
// near the window, a few ahead of the movement, and removes those that are far. One row is in the tab order; the arrows go from cell to cell.

/** @import { Scrolled } from '/caseload-blocks.js' */
/** @import { Notes } from '/caseload-notes.js' */
/** @import { DotNetObject } from '/dotnet-object.js' */

import { ahead, next, wanted } from '/caseload-blocks.js';
import { showNotes } from '/caseload-notes.js';
import { closest, find, findAll, required } from '/elements.js';

/**
 * The methods of the component on the server.
 * @typedef {object} GridMethods
 * @property {(width: number) => void} Measured The strips have this width, in pixels.
 * @property {(first: number, count: number) => string[]} Blocks The markup of blocks of rows, one after the other.
 * @property {(place: number) => string | null} Note The last session of the person in a row, as markup.
 * @property {() => void} BackToCalendar The rows are to be aligned on today again.
 */

/**
 * A block of rows that is on the page.
 * @typedef {object} Block
 * @property {HTMLElement} element
 * @property {number} turn The order of rows that it belongs to.
 */

/**
 * The state of the component on the page.
 * @typedef {object} GridState
 * @property {HTMLElement} frame The whole component.
 * @property {DotNetObject<GridMethods>} server
 * @property {AbortController} leaving
 * @property {HTMLElement} rows What the blocks are put into.
 * @property {Map<number, Block>} blocks By their number, from 0.
 * @property {number} turn Counts the orders of rows that were shown.
 * @property {boolean} asking Whether a call to the server is under way.
 * @property {number} top Where it was scrolled to last.
 * @property {number} at The row in the tab order.
 * @property {number} column The cell in it that has the focus.
 * @property {number} width The pixels of the strips; 0 before they were measured.
 * @property {number | null} wish The row that gets the focus as soon as it is on the page.
 * @property {number | null} sought The row that was found by name.
 * @property {Notes} notes The note of the row that is pointed at or has the focus.
 */

/**
 * The rows of the overview.
 * @typedef {Scrolled & GridState} Grid
 */

/** @type {WeakMap<HTMLElement, Grid>} */
const grids = new WeakMap();

/**
 * Begins to listen to a component, and notifies the server of the width of its strips.
 * @param {HTMLElement | null} frame `null` where the page was left before this script was loaded.
 * @param {DotNetObject<GridMethods>} server
 * @param {HTMLElement | null} note What shows the note of a row.
 * @param {HTMLElement | null} noteSaid What reads it out.
 */
export function attach(frame, server, note, noteSaid) {
    if (!frame || !note || !noteSaid) {
        return;
    }
    const leaving = new AbortController();
    const { signal } = leaving;
    /** @type {Grid} */
    const grid = {
        frame, server, leaving, rows: required(frame, '.rows', HTMLElement), height: Number(frame.dataset.row), size: Number(frame.dataset.block),
        count: 0, blocks: new Map(), turn: 0, asking: false, top: 0, down: true, at: 0, column: 0, width: 0, wish: null, sought: null,
        notes: showNotes(frame, note, noteSaid, place => call(grid, 'Note', place), signal),
    };
    grids.set(frame, grid);
    let waiting = 0;
    const sizes = new ResizeObserver(([entry]) => {
        const width = Math.floor(entry.contentRect.width);
        // Cleared first: a width that lasted only a moment must not be drawn once the old one is back.
        clearTimeout(waiting);
        if (width > 0 && width !== grid.width) {
            waiting = setTimeout(() => { grid.width = width; call(grid, 'Measured', width); }, grid.width ? 120 : 0);
        }
    });
    sizes.observe(required(frame, '[data-axis]', Element));
    signal.addEventListener('abort', () => { sizes.disconnect(); clearTimeout(waiting); });
    frame.addEventListener('scroll', () => scrolled(grid), { signal, passive: true });
    frame.addEventListener('keydown', event => key(grid, event), { signal });
    frame.addEventListener('click', event => click(grid, event), { signal });
    frame.addEventListener('focusin', event => focused(grid, closest(event.target, '[data-place]', HTMLElement)), { signal });
    document.addEventListener('keydown', event => outside(grid, event), { signal });
    document.addEventListener('journal-back', () => { grid.asking = false; fill(grid); }, { signal }); // What was asked for over the lost connection is never answered.
}

/**
 * Stops listening to a component.
 * @param {HTMLElement | null} frame
 */
export function detach(frame) {
    if (frame) {
        grids.get(frame)?.leaving.abort();
        grids.delete(frame);
    }
}

/**
 * Shows another order, alignment or width: what is on the page is replaced once the new rows have arrived, so that nothing flickers.
 * @param {HTMLElement | null} frame
 * @param {number} count How many rows there are.
 * @param {number | null} at The row to begin at; `null` where the list stays as it is scrolled.
 */
export function show(frame, count, at) {
    const grid = frame && grids.get(frame);
    if (!grid) {
        return;
    }
    grid.turn++;
    grid.notes.hide();
    grid.sought = null;
    grid.count = count;
    grid.rows.style.height = `${count * grid.height}px`;
    if (at != null) {
        frame.scrollTop = at * grid.height;
    }
    grid.at = Math.min(grid.at, Math.max(0, count - 1));
    fill(grid);
}

/**
 * Scrolls to a row and marks it as found; without a row, removes the mark.
 * @param {HTMLElement | null} frame
 * @param {number | null} place `null` where nobody was found.
 * @param {boolean} focus Whether it gets the focus as well.
 */
export function reveal(frame, place, focus) {
    const grid = frame && grids.get(frame);
    if (!grid) {
        return;
    }
    grid.sought = place;
    if (place !== null) {
        go(grid, place, focus);
    }
    mark(grid);
}

/**
 * Calls the server, and returns `null` over a lost connection: the rows on the page stay.
 * @template {keyof GridMethods} Name
 * @param {Grid} grid
 * @param {Name} name
 * @param {Parameters<GridMethods[Name]>} args
 */
const call = (grid, name, ...args) => grid.server.invokeMethodAsync(name, ...args).catch(() => null);

/** @param {Grid} grid */
function scrolled(grid) {
    grid.down = grid.frame.scrollTop >= grid.top;
    grid.top = grid.frame.scrollTop;
    fill(grid);
}

/** @param {Grid} grid */
async function fill(grid) {
    if (grid.asking || !grid.width) {
        return;
    }
    grid.asking = true;
    for (let missing = next(grid); missing; missing = next(grid)) {
        const turn = grid.turn;
        const texts = await call(grid, 'Blocks', missing.first, missing.count);
        if (!texts || grid.leaving.signal.aborted) {
            break;
        }
        if (turn === grid.turn) {
            texts.forEach((text, place) => put(grid, missing.first + place, text));
            drop(grid);
            settle(grid);
        }
    }
    grid.asking = false;
}

/**
 * Puts a block of rows onto the page.
 * @param {Grid} grid
 * @param {number} block
 * @param {string} text
 */
function put(grid, block, text) {
    const old = grid.blocks.get(block)?.element;
    const element = document.createElement('div');
    element.className = 'block';
    element.setAttribute('role', 'presentation');
    element.style.top = `${block * grid.size * grid.height}px`;
    element.innerHTML = text;
    if (old?.contains(document.activeElement)) {
        grid.wish = grid.at; // The focus in this row is given back once the row is drawn again.
    }
    old ? old.replaceWith(element) : grid.rows.append(element);
    grid.blocks.set(block, { element, turn: grid.turn });
}

/**
 * Removes blocks from the page that are far away, or of a former order.
 * @param {Grid} grid
 */
function drop(grid) {
    const { from, to, first, seen } = wanted(grid);
    const whole = grid.blocks.get(first)?.turn === grid.turn && grid.blocks.get(seen)?.turn === grid.turn;
    for (const [block, { element, turn }] of grid.blocks) {
        const hasFocus = element.contains(document.activeElement);
        if (((block < from - ahead || block > to + ahead) && !hasFocus) || (whole && turn !== grid.turn) || block * grid.size >= grid.count) {
            element.remove();
            grid.blocks.delete(block);
        }
    }
}

/**
 * Puts one of the rows that arrived into the tab order, and gives the focus to the one that was asked for.
 * @param {Grid} grid
 */
function settle(grid) {
    mark(grid);
    const row = rowAt(grid, grid.at) ?? grid.rows.querySelector('[data-place]');
    const link = row?.querySelector('a');
    if (link && !grid.rows.querySelector('a[tabindex="0"]')) {
        link.tabIndex = 0;
    }
    const wished = grid.wish === null ? null : rowAt(grid, grid.wish);
    if (wished) {
        grid.wish = null;
        cells(wished)[grid.column].focus({ preventScroll: true });
    }
}

/** @param {Grid} grid */
function mark(grid) {
    grid.rows.querySelector('.found')?.classList.remove('found');
    if (grid.sought !== null) {
        rowAt(grid, grid.sought)?.classList.add('found');
    }
}

/**
 * @param {Grid} grid
 * @param {number} place
 */
const rowAt = (grid, place) => find(grid.rows, `[data-place="${place}"]`, HTMLElement);

/**
 * The cells of a row that can have the focus; the first one is the link with the name.
 * @param {HTMLElement} row
 */
const cells = row => [linkOf(row), ...findAll(row, '[role=gridcell]', HTMLElement)];

/** @param {HTMLElement} row */
const linkOf = row => required(row, 'a', HTMLElement);

/**
 * Goes to a row.
 * @param {Grid} grid
 * @param {number} place
 * @param {boolean} focus Whether it gets the focus as well.
 */
function go(grid, place, focus) {
    grid.at = Math.max(0, Math.min(grid.count - 1, place));
    const top = grid.at * grid.height;
    const inSight = grid.frame.clientHeight - required(grid.frame, '.head', HTMLElement).offsetHeight;
    if (top < grid.frame.scrollTop) {
        grid.frame.scrollTop = top;
    } else if (top + grid.height > grid.frame.scrollTop + inSight) {
        grid.frame.scrollTop = top + grid.height - inSight;
    }
    if (focus) {
        grid.wish = grid.at;
        settle(grid);
        fill(grid);
    }
}

/**
 * Keeps the row and the cell that have the focus in the tab order.
 * @param {Grid} grid
 * @param {HTMLElement | null} row
 */
function focused(grid, row) {
    const { activeElement } = document;
    if (!row || !(activeElement instanceof HTMLElement)) {
        return;
    }
    grid.at = Number(row.dataset.place);
    findAll(grid.rows, '[tabindex="0"]', HTMLElement).forEach(one => { one.tabIndex = -1; });
    activeElement.tabIndex = 0;
}

/**
 * Handles a key that was pressed in a row.
 * @param {Grid} grid
 * @param {KeyboardEvent} event
 */
function key(grid, event) {
    const row = closest(event.target, '[data-place]', HTMLElement);
    if (!row || event.altKey || event.metaKey) {
        return;
    }
    const page = Math.max(1, Math.floor(grid.frame.clientHeight / grid.height) - 2);
    /** @type {Record<string, number>} */
    const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page };
    if (event.key in steps && !event.ctrlKey) {
        go(grid, grid.at + steps[event.key], true);
    } else if (event.key === 'Home' || event.key === 'End') {
        grid.column = event.ctrlKey ? 0 : event.key === 'Home' ? 0 : cells(row).length - 1;
        go(grid, event.ctrlKey ? event.key === 'Home' ? 0 : grid.count - 1 : grid.at, true);
    } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && !event.ctrlKey) {
        grid.column = Math.max(0, Math.min(cells(row).length - 1, grid.column + (event.key === 'ArrowRight' ? 1 : -1)));
        go(grid, grid.at, true);
    } else if (event.key === 'Enter' && event.target instanceof Element && !event.target.matches('a')) {
        open(grid, row);
    } else {
        return;
    }
    event.preventDefault();
}

/**
 * Handles a key that was pressed anywhere on the page: letters are shortcuts, except in a field.
 * @param {Grid} grid
 * @param {KeyboardEvent} event
 */
function outside(grid, event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || closest(event.target, 'input, textarea, select, dialog, [role=menu]', Element)) {
        return;
    }
    if (event.key === 'c' || event.key === 'C') {
        call(grid, 'BackToCalendar');
    }
}

/**
 * Opens a row that was clicked, unless its text was being selected.
 * @param {Grid} grid
 * @param {MouseEvent} event
 */
function click(grid, event) {
    const row = closest(event.target, '[data-place]', HTMLElement);
    if (row && !closest(event.target, 'a', Element) && !String(getSelection())) {
        open(grid, row);
    } else if (row) {
        leaveMark(grid, row);
    }
}

/**
 * @param {Grid} grid
 * @param {HTMLElement} row
 */
function open(grid, row) {
    leaveMark(grid, row);
    linkOf(row).click();
}

/**
 * Writes into the address which row is the first in sight, so that the back button leads to it.
 * @param {Grid} grid
 * @param {HTMLElement} row
 */
function leaveMark(grid, row) {
    const address = new URL(location.href);
    const above = Math.round((row.getBoundingClientRect().top - grid.frame.getBoundingClientRect().top) / grid.height);
    address.searchParams.set('at', `${Math.max(0, Number(row.dataset.place) - above + 1)}`);
    history.replaceState(history.state, '', address);
}
