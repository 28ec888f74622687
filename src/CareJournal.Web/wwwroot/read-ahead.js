// Reads a person's page ahead while the pointer or the focus rests on a link to it. Its first picture waits as a layer that is laid out and painted, but not seen; the click shows
// it at once and goes on to the page itself, which takes its place as soon as it is there. Nothing in the layer can be pressed, focused, found or read out.

/** @import { DotNetObject } from '/dotnet-object.js' */

import { closest, find } from '/elements.js';

/**
 * The methods of the component on the server.
 * @typedef {object} ReadAheadMethods
 * @property {(person: string) => Uint8Array | null} DrawAsync Reads a person ahead; returns the first picture of their page, or null where there is none.
 */

/**
 * The first picture of a person's page.
 * @typedef {{ person: string, layer: HTMLElement }} Picture
 */

const rest = 40;      // milliseconds on a link before its person is read: sweeping over a list reads nobody
const grace = 2000;   // milliseconds for which the picture is held once the link was left
const longest = 3000; // milliseconds after which the layer goes, whatever has become of the page

const root = document.documentElement;
const marks = ['id', 'name', 'data-log', 'data-turn', 'data-search-record', 'data-first-focus', 'autofocus'];

// A form asks before it is left, a person's own page turns into the next one in its place, and what a menu or a dialog covers is not pressed.
const busy = '.guarded, main .timeline, dialog:modal, .mud-dialog';

/** @type {DotNetObject<ReadAheadMethods> | null} */
let server = null;
/** @type {AbortController | null} */
let leaving = null;
/** @type {string | null} */
let wanted = null;
/** @type {Picture | null} */
let picture = null;
/** @type {Promise<Uint8Array | null> | null} */
let asking = null;
let shown = false;
let passing = false;
let turn = 0;
let resting = 0;
let going = 0;

let stopWaiting = () => {};

/**
 * Begins to listen.
 * @param {DotNetObject<ReadAheadMethods>} component
 */
export function attach(component) {
    detach();
    server = component;
    leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener('pointerover', event => event.pointerType === 'touch' || arrive(personAt(event.target), rest), { signal });
    document.addEventListener('pointerdown', event => event.button === 0 && arrive(personAt(event.target), 0), { signal, capture: true });
    document.addEventListener('focusin', event => arrive(personAt(event.target), rest), { signal });
    window.addEventListener('click', clicked, { signal, capture: true });
    // Covered, or without a connection: a lock could not be heard of any more.
    const covered = new MutationObserver(() => (root.dataset.covered || root.dataset.connection) && forget());
    covered.observe(root, { attributes: true, attributeFilter: ['data-covered', 'data-connection'] });
    signal.addEventListener('abort', () => { covered.disconnect(); forget(); });
}

/** Stops listening, and forgets. */
export function detach() {
    leaving?.abort();
    leaving = server = asking = null;
}

/** Drops what was read ahead. Called by the server when something was saved, the journal is locked, or it was held for long enough. */
export function forget() {
    turn++;
    clearTimeout(resting);
    clearTimeout(going);
    resting = going = 0;
    wanted = null;
    drop();
}

function drop() {
    stopWaiting();
    picture?.layer.remove();
    picture = null;
    shown = false;
}

/**
 * The link to a person's page around the target of an event, with the person's id.
 * @param {EventTarget | null} target
 */
function linkAt(target) {
    const link = closest(target, 'a[href^="/patients/"]', HTMLAnchorElement);
    const person = link && link.target === '' && /^\/patients\/([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(link.getAttribute('href') ?? '')?.[1];
    return link && person && link.pathname !== location.pathname ? { link, person } : null;
}

/** @param {EventTarget | null} target */
const personAt = target => linkAt(target)?.person ?? null;

/**
 * The pointer or the focus came to a link, or to something else.
 * @param {string | null} person
 * @param {number} wait Milliseconds before the person is read.
 */
function arrive(person, wait) {
    if (shown) {
        return; // Pressed already: the page is coming.
    }
    if (person === null) {
        clearTimeout(resting);
        resting = 0;
        if (wanted !== null && going === 0) {
            going = setTimeout(forget, picture || asking ? grace : 0);
        }
        return;
    }
    clearTimeout(going);
    going = 0;
    if (person === wanted && (picture || wait > 0)) {
        return;
    }
    wanted = person;
    if (picture?.person !== person) {
        drop();
    }
    clearTimeout(resting);
    resting = setTimeout(() => { resting = 0; ask(); }, wait);
}

/** Asks for the person who is wanted; for one at a time. */
async function ask() {
    const person = wanted;
    if (person === null || asking || picture || !server) {
        return;
    }
    const asked = turn;
    // A fault is shown by the page, should the link be followed.
    const answer = asking = server.invokeMethodAsync('DrawAsync', person).catch(() => null);
    const page = await answer;
    if (asking !== answer) {
        return; // The page was left meanwhile.
    }
    asking = null;
    if (wanted !== person || asked !== turn) {
        if (resting === 0) {
            ask();
        }
    } else if (page) {
        picture = { person, layer: lay(page) };
    }
}

/**
 * Lays a page where it will be, unseen.
 * @param {Uint8Array} page Markup in UTF-8.
 * @returns {HTMLElement}
 */
function lay(page) {
    const layer = document.createElement('div');
    const content = document.createElement('div');
    layer.className = 'read-ahead';
    layer.setAttribute('aria-hidden', 'true');
    // Where the old page is short, the new one may have a scroll bar that it has not.
    layer.style.overflowY = root.scrollHeight > innerHeight ? 'hidden' : 'auto';
    content.inert = true;
    content.innerHTML = new TextDecoder().decode(page);
    // What the keys of a page are looked up by: this is no page yet.
    for (const named of content.querySelectorAll(marks.map(mark => `[${mark}]:not(pattern)`).join())) {
        marks.forEach(mark => named.removeAttribute(mark));
    }
    layer.append(content);
    place(layer);
    document.body.append(layer);
    return layer;
}

/**
 * Gives the layer the place of the page at its beginning; returns false where that is not in sight, since a banner above it is scrolled out of sight.
 * @param {HTMLElement} layer
 */
function place(layer) {
    const { top = 0, left = 0 } = find(document, 'main', HTMLElement)?.getBoundingClientRect() ?? {};
    const bar = find(document, 'header', HTMLElement)?.getBoundingClientRect().bottom ?? 0;
    layer.style.top = `${top + scrollY}px`;
    layer.style.left = `${left}px`;
    return scrollY === 0 || top + scrollY <= bar + 1;
}

/**
 * Shows the picture with the click, and lets the click have its effect once it is painted.
 * @param {MouseEvent} event
 */
function clicked(event) {
    const found = passing || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey ? null : linkAt(event.target);
    const main = find(document, 'main', HTMLElement);
    if (!found || !main || picture?.person !== found.person || shown || document.querySelector(busy) || !place(picture.layer)) {
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    shown = true;
    picture.layer.dataset.shown = '';
    const before = find(main, 'h1', HTMLElement);
    const there = new MutationObserver(() => {
        const heading = find(main, 'h1', HTMLElement);
        if (heading && heading !== before) {
            forget();
        }
    });
    there.observe(main, { childList: true, subtree: true });
    const end = setTimeout(forget, longest);
    stopWaiting = () => { there.disconnect(); clearTimeout(end); };
    requestAnimationFrame(() => setTimeout(() => {
        passing = true;
        found.link.click();
        passing = false;
    }));
}
