// Drafts/FormDraft.razor.js and form-fields.js: how what is typed is numbered, sent one at a time, tried again and ended.

import { test, equal, ok, page, stillClock } from './check.js';
import { keep, restored, flush, end, endIfWordless, renew, leave, unkept } from '/Drafts/FormDraft.razor.js';
import { focusFirst } from '/form-fields.js';

const words = { waiting: 'pas encore gardé', kept: 'gardé à {0}' };
let number = 0;

// Runs a test with a form that is kept as a draft, a journal that answers as the test sets it, and a clock that only the test moves.
async function kept(test, drafts = []) {
    const clock = stillClock();
    const before = globalThis.fetch;
    const sent = [];
    const journal = { status: 200, delay: null };
    globalThis.fetch = async (address, { body }) => {
        const draft = JSON.parse(body);
        ok(address.endsWith(`/${draft.id}`), `${draft.id} was sent to ${address}`);
        sent.push({ ...draft, fields: JSON.parse(draft.text) });
        const { status } = journal;
        await journal.delay;
        if (status === 0) {
            throw new TypeError('Failed to fetch');
        }
        return { status, ok: status === 200, json: async () => ({ at: '9 h' }) };
    };
    const form = page('<form class="guarded"><span data-choices=\'{"Chips":[],"Note":"older"}\'></span><textarea data-draft="Note" data-first-focus></textarea><input type="checkbox" data-draft="Hidden"><div class="guarded"><span data-choices="{}"></span><input data-draft="Inner"><p data-kept></p></div><p data-kept></p></form>');
    const key = `key-${++number}`;
    const text = form.querySelector('textarea');
    const type = value => {
        text.value = value;
        text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    try {
        const taken = await keep(form, { id: key, form: 'Visit' }, words, drafts);
        await test({ clock, sent, journal, form, key, type, text, taken, said: () => form.querySelector(':scope > [data-kept]').textContent });
    } finally {
        end(key);
        clock.end();
        globalThis.fetch = before;
    }
}

test('the first letter is kept at once, and shown as kept', () => kept(async ({ clock, sent, type, form, key, said }) => {
    type('A');
    equal([said(), form.hasAttribute('data-unsent'), unkept(key)], [words.waiting, true, true]);
    await clock.advance(0);
    equal(sent.map(({ id, number, fields }) => [id, number, fields.Note]), [[key, 1, 'A']]);
    equal([said(), form.hasAttribute('data-unsent'), unkept(key)], ['gardé à 9 h', false, false]);
}));

test('a field that is left after its text was kept sends nothing more', () => kept(async ({ clock, sent, type, form }) => {
    type('A');
    await clock.advance(0);
    form.querySelector('[data-choices]').dataset.choices = '{"Chips":[],"Note":"A"}';
    await clock.settle();
    await clock.advance(5000);
    equal(sent.length, 1);
    form.querySelector('[data-choices]').dataset.choices = '{"Chips":["x"],"Note":"A"}';
    await clock.settle();
    await clock.advance(20000);
    equal(sent.map(({ number }) => number), [1, 2]);
}));

test('what is typed within a second goes with one save, the last of it', () => kept(async ({ clock, sent, type }) => {
    type('A');
    await clock.advance(0);
    for (const value of ['Au', 'Auj', 'Aujourd’hui']) {
        type(value);
        await clock.advance(200);
    }
    equal(sent.length, 1);
    await clock.advance(400);
    equal(sent.map(({ number, fields }) => [number, fields.Note]), [[1, 'A'], [4, 'Aujourd’hui']]);
}));

test('one save is on its way at a time, and what was typed meanwhile is not taken for kept', () => kept(async ({ clock, sent, type, journal, key, form }) => {
    let answer;
    journal.delay = new Promise(resolve => { answer = resolve; });
    type('A');
    await clock.advance(0);
    type('Au');
    await clock.advance(5000);
    equal(sent.length, 1);
    journal.delay = null;
    answer();
    await clock.settle();
    ok(unkept(key) && form.hasAttribute('data-unsent'), 'the second letter counts as kept');
    await clock.advance(1000);
    equal(sent.map(({ number }) => number), [1, 2]);
    ok(!unkept(key), 'the second letter is not kept');
}));

test('a save that is refused or lost is tried again after two seconds, without a key', async () => {
    for (const status of [507, 0]) {
        await kept(async ({ clock, sent, type, journal, key, said }) => {
            journal.status = status;
            type('A');
            await clock.advance(0);
            equal([sent.length, said(), unkept(key)], [1, words.waiting, true]);
            await clock.advance(1999);
            equal(sent.length, 1);
            journal.status = 200;
            await clock.advance(1);
            equal([sent.length, said(), unkept(key)], [2, 'gardé à 9 h', false]);
        });
    }
});

test('a draft that was ended elsewhere makes this text another draft', () => kept(async ({ clock, sent, type, journal, key }) => {
    journal.status = 410;
    type('A');
    await clock.advance(0);
    journal.status = 200;
    await clock.advance(2000);
    equal(sent[0].id, key);
    ok(sent[1].id !== key && sent[1].number === 1, `sent again as ${JSON.stringify(sent[1])}`);
}));

test('an earlier draft is taken over, and its number goes on', () => kept(async ({ clock, sent, type, text, key, taken }) => {
    equal(taken, 'an-earlier-draft');
    // Letters typed while its text comes back wait, and are added after it.
    ok(!text.dispatchEvent(new InputEvent('beforeinput', { data: 'x', bubbles: true, cancelable: true })), 'a letter was not held');
    text.value = 'Hier.';
    restored(key, false);
    equal(text.value, 'Hier.\nx');
    await clock.advance(0);
    type('Hier.\nxy');
    await clock.advance(1000);
    equal(sent.map(({ id, fields }) => [id, fields.Note]), [[taken, 'Hier.\nx'], [taken, 'Hier.\nxy']]);
    ok(sent[0].number > 7 && sent[1].number > sent[0].number, `numbered ${sent.map(({ number }) => number)}`);
}, [{ id: 'an-earlier-draft', number: 7 }]));

test('a choice without a key is noticed and kept', () => kept(async ({ clock, sent, form }) => {
    form.querySelector('[data-choices]').dataset.choices = '{"Chips":["Bouger"]}';
    await clock.advance(0);
    await clock.advance(0);
    equal(sent.map(({ number, fields }) => [number, fields.Chips]), [[1, ['Bouger']]]);
}));

test('a save takes along what could not be kept, and returns its number', () => kept(async ({ clock, type, journal, key }) => {
    journal.status = 507;
    type('A');
    await clock.advance(0);
    equal(await flush(key), { id: key, number: 1, kept: false, text: '{"Chips":[],"Note":"A","Hidden":false}', fields: ['Note', 'Hidden'] });
    journal.status = 200;
    equal(await flush(key), { id: key, number: 1, kept: true, text: null, fields: ['Note', 'Hidden'] });
}));

test('a field without a name is read by the page first, and kept as a choice', () => kept(async ({ clock, sent, form, key }) => {
    const field = document.createElement('input');
    form.append(field);
    form.addEventListener('change', () => { form.querySelector('[data-choices]').dataset.choices = JSON.stringify({ Why: field.value }); });
    field.value = 'A';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await clock.advance(0);
    ok(unkept(key) && form.hasAttribute('data-unsent'), 'a text that the page does not know counts as kept');
    ok((await flush(key)).kept, 'the save left it in the page');
    equal(sent.at(-1).fields.Why, 'A');
    equal([unkept(key), form.hasAttribute('data-unsent')], [false, false]);
}));

test('a field without a name stays unsent while the page does not answer', () => kept(async ({ clock, form, key }) => {
    document.documentElement.dataset.connection = 'lost';
    const field = document.createElement('input');
    form.append(field);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const saved = flush(key);
    await clock.advance(5000);
    delete document.documentElement.dataset.connection;
    equal([(await saved).kept, unkept(key)], [false, true]);
}));

test('once ended nothing more is sent', () => kept(async ({ clock, sent, type, key, form }) => {
    type('A');
    await clock.advance(0);
    type('Au');
    end(key);
    await clock.advance(10_000);
    equal([sent.length, form.hasAttribute('data-unsent'), unkept(key), await flush(key)], [1, false, false, null]);
}));

test('a form that is left while nothing can be kept sends its words later, and ends then', () => kept(async ({ clock, sent, type, journal, key }) => {
    journal.status = 0;
    type('A');
    await clock.advance(0);
    await leave(key);
    equal(unkept(key), true);
    journal.status = 200;
    await clock.advance(2000);
    equal([sent.at(-1).fields.Note, unkept(key)], ['A', false]);
}));

test('half a character is kept as the replacement character', () => kept(async ({ clock, sent, type }) => {
    type('a\ud83d');
    await clock.advance(0);
    equal(sent[0].fields.Note, 'a\ufffd');
}));

test('what is typed in a form in the middle of this one is not its own', () => kept(async ({ clock, sent, form, key }) => {
    const inner = form.querySelector('[data-draft="Inner"]');
    inner.value = 'x';
    inner.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await clock.advance(5000);
    equal([sent.length, unkept(key)], [0, false]);
}));

test('a form that stays open after its save begins another draft', () => kept(async ({ clock, sent, type, key, form }) => {
    type('A');
    await clock.advance(0);
    type('Au');
    renew(key, 'a-row', 2);
    await clock.advance(5000);
    equal([sent.length, unkept(key), form.hasAttribute('data-unsent')], [1, false, false]);
    type('B');
    await clock.advance(1000);
    equal([sent.length, sent[1].number, sent[1].targetId, sent[1].targetRevision, sent[1].fields.Note], [2, 1, 'a-row', 2, 'B']);
    ok(sent[1].id !== key, 'it is the draft of before');
}));

test('a save of the former draft that ends later does not count for the new one', () => kept(async ({ clock, sent, type, journal, key }) => {
    const answer = delayed(journal);
    'abcdef'.split('').forEach((_, place, all) => type(all.slice(0, place + 1).join('')));
    await clock.advance(0);
    renew(key, null, null);
    answer();
    await clock.settle();
    type('B');
    ok(unkept(key), 'a letter that was sent nowhere counts as kept');
    await clock.advance(1000);
    equal([sent.at(-1).fields.Note, unkept(key)], ['B', false]);
}));

test('a save that fails while another one waits for it is tried again', () => kept(async ({ clock, sent, type, journal, key }) => {
    journal.status = 507;
    type('A');
    await clock.advance(0);
    const answer = delayed(journal);
    await clock.advance(1500);
    const saved = flush(key);
    await clock.advance(2000);
    journal.status = 200;
    journal.delay = null;
    answer();
    equal((await saved).kept, false);
    await clock.advance(2000);
    equal([sent.at(-1).fields.Note, unkept(key)], ['A', false]);
}));

test('a slow disk does not hold a save for longer than three seconds', () => kept(async ({ clock, type, journal, key }) => {
    const answer = delayed(journal);
    type('A');
    const saved = flush(key);
    await clock.advance(3000);
    equal(await saved, { id: key, number: 2, kept: false, text: '{"Chips":[],"Note":"A","Hidden":false}', fields: ['Note', 'Hidden'] });
    answer();
}));

test('what has a name is saved at once, while the page learns what has none', () => kept(async ({ clock, sent, type, form, key }) => {
    unnamed(form, 'x');
    type('A');
    const saved = flush(key);
    await clock.advance(0);
    equal(sent.at(-1).fields.Note, 'A');
    await clock.advance(1000);
    ok((await saved).kept, 'the page had the time to read the field');
}));

test('letters typed while the page learns a field are not taken for known', () => kept(async ({ clock, form, key }) => {
    const field = unnamed(form, 'ab');
    const saved = flush(key);
    unnamed(form, 'abcd', field);
    await clock.advance(1000);
    equal([(await saved).kept, unkept(key)], [false, true]);
    ok((await Promise.all([flush(key), clock.advance(1000)]))[0].kept, 'the letters are still unknown');
}));

test('a field without a name that is as it was when it is left is known', () => kept(async ({ clock, form, key, said }) => {
    const field = unnamed(form, 'a');
    unnamed(form, '', field);
    await clock.advance(1000);
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await clock.advance(1000);
    equal([unkept(key), form.hasAttribute('data-unsent'), said()], [false, false, 'gardé à 9 h']);
}));

test('a form left on purpose ends with its choices, and stays with its words', () => kept(async ({ clock, form, key, type, sent }) => {
    const choose = chosen => form.querySelector('[data-choices]').setAttribute('data-choices', JSON.stringify(chosen));
    choose({ Step: { Kind: 2, Reason: null } });
    await clock.advance(11000);
    equal(sent.length, 1);
    for (const [chosen, written] of [[{ Step: { Kind: 2, Reason: 'encore' } }, ''], [{ Step: { Kind: 2, Reason: null } }, 'Encore']]) {
        choose(chosen);
        type(written);
        await clock.advance(1000);
        equal(endIfWordless(key), null);
    }
    type(' ');
    await clock.advance(1000);
    equal(endIfWordless(key), { id: key, number: sent.at(-1).number });
    equal(endIfWordless(key), null);
}));

test('a text without a name that nobody read stays marked when its form is gone, and holds no lock', () => kept(async ({ clock, form, key }) => {
    unnamed(form, 'a');
    await clock.advance(0);
    form.remove();
    const left = leave(key);
    await clock.advance(4000);
    equal([await left, form.hasAttribute('data-unsent'), unkept(key)], [null, true, false]);
    const { held } = await navigator.locks.query();
    equal(held.filter(lock => lock.name === `draft-${key}`), []);
}));

test('a text without a name typed before the script is known as typed', async () => {
    const form = page('<form class="guarded" data-unsent><span data-choices="{}"></span><input><p data-kept></p></form>');
    const field = form.querySelector('input');
    field.value = 'a';
    field.focus();
    const before = globalThis.fetch;
    globalThis.fetch = async () => ({ status: 200, ok: true, json: async () => ({ at: '9 h' }) });
    const clock = stillClock();
    try {
        await keep(form, { id: 'early', form: 'Visit' }, words, []);
        await clock.advance(500);
        equal([unkept('early'), form.hasAttribute('data-unsent')], [true, true]);
    } finally {
        end('early');
        clock.end();
        globalThis.fetch = before;
    }
});

// Lets the journal answer when the returned function is called, with the status of when it was asked.
function delayed(journal) {
    let answer;
    journal.delay = new Promise(resolve => { answer = resolve; });
    return answer;
}

// Types into a field without a name.
function unnamed(form, value, field = document.createElement('input')) {
    field.isConnected || form.append(field);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field;
}

test('the first field takes the focus, unless something is to be read before it and it is out of sight', () => {
    for (const [first, above, focused] of [['true', 0, true], ['true', 3000, true], ['in-sight', 0, true], ['in-sight', 3000, false]]) {
        const form = page(`<form><div style="height: ${above}px"></div><textarea data-first-focus="${first}"></textarea></form>`);
        focusFirst(form);
        equal(document.activeElement === form.querySelector('textarea'), focused);
    }
});
