// wwwroot/pressed-links.js: a link that was pressed before the program's own way came is followed after it, and only such a link.

import { test, equal, ok, page, press } from './check.js';
import { followPressedLinks, isOvertaken } from '/pressed-links.js';

const push = { forceLoad: false, replaceHistoryEntry: false };
const replace = { forceLoad: false, replaceHistoryEntry: true };

// What the framework was told, where it follows links as long as nobody else has handled the click.
function framework() {
    const told = [];
    const blazor = { navigateTo: address => told.push(`link ${new URL(address).pathname}`), _internal: { navigationManager: { navigateTo: address => told.push(`program ${address}`) } } };
    followPressedLinks(blazor);
    const link = page('<div><a href="/people">there</a></div>').firstChild;
    return { told, link, lead: (address, options = push) => blazor._internal.navigationManager.navigateTo(address, options) };
}

const follow = event => event.preventDefault();
document.addEventListener('click', follow);

test('a link that was pressed first is followed after the program has led elsewhere, once', () => {
    const { told, link, lead } = framework();
    link.click();
    lead('/person');
    lead('/other');
    equal(told, ['program /person', 'link /people', 'program /other']);
});

test('without a link, and after anything else was pressed, the program leads', () => {
    const { told, link, lead } = framework();
    lead('/person');
    link.click();
    press(document.body, 'Enter');
    lead('/person');
    link.click();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    lead('/person');
    equal(told, ['program /person', 'program /person', 'program /person']);
});

test('a link that the framework does not follow is not followed later', () => {
    const { told, link, lead } = framework();
    link.addEventListener('click', event => event.preventDefault());
    link.click();
    lead('/person');
    document.removeEventListener('click', follow);
    const stop = event => { event.stopPropagation(); event.preventDefault(); };
    document.body.addEventListener('click', stop);
    link.click();
    document.body.removeEventListener('click', stop);
    document.addEventListener('click', follow);
    lead('/person');
    equal(told, ['program /person', 'program /person']);
});

test('a page that opens may replace its own address; one that was left is not returned to', () => {
    const link = { from: new URL('/person?item=a', location.href), to: new URL('/people', location.href) };
    ok(isOvertaken(link, '/person?item=b', push), 'a late push');
    ok(isOvertaken(link, '/person?item=b', replace), 'the page that was left');
    ok(!isOvertaken(link, '/people?at=3', replace), 'its own address');
    ok(!isOvertaken(link, '/form', replace), 'a page that leads on');
    ok(!isOvertaken(link, '/people', push), 'the same page');
    ok(!isOvertaken(link, '/person', { ...push, forceLoad: true }), 'a new document');
    ok(!isOvertaken({ ...link, to: new URL('/person', location.href) }, '/person?item=b', replace), 'an address within the page');
});
