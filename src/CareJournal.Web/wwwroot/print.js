// A printed sheet has no circuit: this script watches the session instead, and says when the sheet is printed. It sends nothing of what is written on the sheet.

import '/activity.js';
import { find } from '/elements.js';
import { proof } from '/proof.js';
import { tellVeil } from '/veil.js';

const pause = 10_000; // ms between two checks

// A locked or stopped journal leaves nothing readable: the reloaded page is the unlock page, or no page at all.
setInterval(async () => {
    let open = false;
    try {
        open = (await fetch('/session', { headers: proof(), cache: 'no-store', redirect: 'manual' })).status === 204;
    } catch {
        // No answer: the same as locked.
    }
    if (!open) {
        document.body.replaceChildren();
        location.reload();
    }
}, pause);

// The reloaded page is the one that ends the veil. Without an answer the sheet stays blank.
document.addEventListener('journal-veil', async () => {
    document.body.replaceChildren();
    while (!await tellVeil()) {
        await new Promise(resolve => setTimeout(resolve, 1000));
    }
    location.reload();
});

// Some browsers keep a stray line break in an emptied line: the style sheet hides only lines that are completely empty.
addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.matches('.own-line') && target.textContent.trim() === '') {
        target.replaceChildren();
    }
});

/** Says above the sheet how many pages it takes: a preview has no page breaks. */
function countPages() {
    const sheet = find(document, 'main.sheet', HTMLElement);
    const said = find(document, '[data-pages]', HTMLElement);
    if (!sheet || !said) {
        return;
    }
    const copy = sheet.cloneNode(true);
    if (!(copy instanceof HTMLElement)) {
        return;
    }
    copy.classList.add('measured');
    copy.removeAttribute('id');
    copy.setAttribute('aria-hidden', 'true');
    document.body.append(copy);
    const gap = parseFloat(getComputedStyle(copy).columnGap);
    const pages = Math.round((copy.scrollWidth + gap) / (copy.clientWidth + gap));
    copy.remove();
    const words = (pages === 1 ? said.dataset.one : said.dataset.many?.replace('#', `${pages}`)) ?? '';
    if (said.textContent !== words) {
        said.textContent = words;
    }
}

// Which sheet was printed is a trace of the journal; nothing of what is written on it is sent.
addEventListener('beforeprint', () => {
    const printed = find(document, 'main[data-printed]', HTMLElement)?.dataset.printed;
    if (printed) {
        fetch(printed, { method: 'POST', headers: proof(), keepalive: true }).catch(() => {});
    }
});

document.fonts.ready.then(countPages);
addEventListener('input', countPages);
