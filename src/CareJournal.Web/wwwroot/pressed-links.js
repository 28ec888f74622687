// A link that is pressed while the program is about to lead to another page, as after a save, is followed after it. The framework lets the program
// win, whenever its word comes: it drops a link that still waits for a form's answer, and leads away from a page that was just opened.

import { closest } from '/elements.js';

/**
 * The part of the framework's own script that is used.
 * @typedef {object} Navigations
 * @property {(address: string) => void} navigateTo
 * @property {{ navigationManager: { navigateTo: (address: string, options: Options) => void } }} [_internal] What the server calls.
 */

/**
 * How the server wants an address to be opened.
 * @typedef {{ forceLoad: boolean, replaceHistoryEntry: boolean }} Options
 */

/**
 * A link that was pressed last: nothing was pressed after it.
 * @typedef {{ from: URL, to: URL }} PressedLink
 */

/** @type {PressedLink | null} */
let followed = null;
/** @type {PressedLink | null} */
let pressing = null;

const forget = () => { followed = null; };
for (const kind of ['pointerdown', 'keydown', 'popstate']) {
    addEventListener(kind, forget, true);
}

// Before the framework hears it, and after: only a link that it follows is meant. One that opens in another tab is the browser's.
document.addEventListener('click', event => {
    const link = event.defaultPrevented ? null : closest(event.target, 'a[href]', HTMLAnchorElement);
    pressing = link && { from: new URL(location.href), to: new URL(link.href) };
});
addEventListener('click', event => {
    followed = event.defaultPrevented ? pressing : null;
    pressing = null;
});

/**
 * Whether the program was about to lead elsewhere before a link was pressed. A page that opens may replace its own address; one that is left is
 * not returned to.
 * @param {PressedLink} link
 * @param {string} address
 * @param {Options} options
 * @returns {boolean}
 */
export function isOvertaken({ from, to }, address, { forceLoad, replaceHistoryEntry }) {
    const there = new URL(address, document.baseURI);
    const isLate = !replaceHistoryEntry || (there.pathname === from.pathname && there.pathname !== to.pathname);
    return isLate && !forceLoad && there.href !== to.href;
}

/**
 * Follows a pressed link once more where the program's own way came after it. To be called before the framework starts.
 * @param {Navigations} framework
 */
export function followPressedLinks(framework) {
    const server = framework._internal?.navigationManager;
    const lead = server?.navigateTo;
    if (server && lead) {
        server.navigateTo = (address, options) => {
            const link = followed;
            forget();
            lead(address, options);
            if (link && isOvertaken(link, address, options)) {
                framework.navigateTo(link.to.href);
            }
        };
    }
}
