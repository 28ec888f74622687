// wwwroot/page.js: the keys that act from anywhere in a form, and the mark on what is not saved.

import { test, equal, ok, page, press } from './check.js';
import '/page.js';

// Which of the form's buttons the keys of a field press, in order.
function pressed(markup, act) {
    const form = page(markup);
    const heard = [];
    form.addEventListener('click', event => heard.push(event.target.textContent));
    act(form.querySelector('textarea'));
    return heard;
}

const form = '<form class="guarded"><textarea></textarea><button type="button" data-save>Enregistrer</button><button type="button" data-save-next>Suivante</button>'
    + '<button type="button" aria-keyshortcuts="Alt+2">Deux</button><button type="button" aria-keyshortcuts="Alt+Shift+2">Fait deux</button><button type="button" aria-keyshortcuts="Alt+L">Lieu</button></form>';

test('Ctrl or Cmd and Enter save, with Shift they go on to the next one', () => {
    equal(pressed(form, text => {
        ok(press(text, 'Enter', { ctrlKey: true }), 'Ctrl+Enter was left to the browser');
        press(text, 'Enter', { metaKey: true });
        press(text, 'Enter', { ctrlKey: true, shiftKey: true });
    }), ['Enregistrer', 'Enregistrer', 'Suivante']);
});

test('where there is no next one Shift changes nothing, and Enter alone is the text’s', () => {
    equal(pressed('<form class="guarded"><textarea></textarea><button type="button" data-save>Enregistrer</button></form>', text => {
        press(text, 'Enter', { ctrlKey: true, shiftKey: true });
        ok(!press(text, 'Enter'), 'Enter was taken');
    }), ['Enregistrer']);
});

test('the field that is written in goes first into what is saved', () => {
    const heard = [];
    const shown = page(form);
    const text = shown.querySelector('textarea');
    text.focus();
    text.addEventListener('change', () => heard.push('change'));
    shown.querySelector('[data-save]').addEventListener('click', () => heard.push('save'));
    press(text, 'Enter', { ctrlKey: true });
    equal(heard, ['change', 'save']);
});

test('a choice is made by the place of its key: the French top row writes é without Shift', () => {
    equal(pressed(form, text => {
        ok(press(text, 'é', { code: 'Digit2', altKey: true }), 'Alt+2 was left to the browser');
        press(text, '2', { code: 'Digit2', altKey: true, shiftKey: true });
        press(text, 'l', { code: 'KeyL', altKey: true });
    }), ['Deux', 'Fait deux', 'Lieu']);
});

test('other chords and other keys choose nothing', () => {
    equal(pressed(form, text => {
        press(text, '2', { code: 'Digit2' });
        press(text, '2', { code: 'Digit2', altKey: true, ctrlKey: true });
        press(text, '2', { code: 'Digit2', altKey: true, metaKey: true });
        ok(!press(text, '3', { code: 'Digit3', altKey: true }), 'a key without a choice was taken');
        press(text, 'm', { code: 'KeyM', altKey: true });
    }), []);
});

test('outside of a form the keys choose and save nothing', () => {
    const heard = [];
    const place = page(`<div><textarea class="elsewhere"></textarea>${form}</div>`);
    place.addEventListener('click', event => heard.push(event.target.textContent));
    press(place.querySelector('.elsewhere'), '2', { code: 'Digit2', altKey: true });
    press(place.querySelector('.elsewhere'), 'Enter', { ctrlKey: true });
    equal(heard, []);
});

test('what is typed is marked before the form’s own script has come', () => {
    const shown = page(form);
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    ok(shown.hasAttribute('data-unsent'), 'not marked');
    const other = page('<form><textarea></textarea></form>');
    other.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    ok(!other.hasAttribute('data-unsent'), 'marked, though nothing guards it');
});

test('a link waits for the script of a form that was written in before it came, and leads on once', async () => {
    const shown = page(`<div>${form}<a href="#there">there</a><a href="#elsewhere">elsewhere</a></div>`);
    const heard = [];
    shown.addEventListener('click', event => { heard.push(event.target.textContent); event.preventDefault(); });
    const [there, elsewhere] = shown.querySelectorAll('a');
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    there.click();
    elsewhere.click();
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, []);
    shown.querySelector('form').setAttribute('data-watched', '');
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, ['elsewhere']);
    there.click();
    equal(heard, ['elsewhere', 'there']);
});

test('the form’s own buttons wait for its script too, each in its turn, and the one that saves does not', async () => {
    const shown = page(form.replace('</form>', '<button type="button">Fermer</button></form>'));
    const heard = [];
    shown.addEventListener('click', event => heard.push(event.target.textContent));
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    [...shown.querySelectorAll('button')].filter(button => /Fermer|Deux|^Enregistrer/.test(button.textContent)).forEach(button => button.click());
    equal(heard, ['Enregistrer']);
    shown.setAttribute('data-watched', '');
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, ['Enregistrer', 'Deux', 'Fermer']);
});

test('two fields are swapped as if typed: the draft and the page notice', () => {
    const form = page('<form class="guarded"><span data-choices="{}"></span><input id="a" data-draft="A" value="Marchandeau"><input id="b" data-draft="B" value="Sonia"><button type="button" data-swap="a b"></button><i></i></form>');
    const heard = [];
    for (const kind of ['input', 'change']) {
        form.addEventListener(kind, ({ target }) => heard.push(`${kind} ${target.id}`));
    }
    form.querySelector('button').click();
    form.querySelector('i').click();
    equal([form.querySelector('#a').value, form.querySelector('#b').value], ['Sonia', 'Marchandeau']);
    equal(heard, ['input a', 'change a', 'input b', 'change b']);
});

// What the keys of a page press, in order.
function heardFrom(markup, act) {
    const shown = page(`<div><nav><a href="#t" data-go="t">Aujourd’hui</a><a href="#p" data-go="p">Personnes</a></nav><a href="#log" data-log>Noter</a><p tabindex="0"></p>${markup}</div>`);
    const heard = [];
    shown.addEventListener('click', event => { heard.push(event.target.textContent); event.preventDefault(); });
    act(shown);
    return heard;
}

test('G and the letter of a page lead there, and N logs, from anywhere on the page', () => {
    equal(heardFrom('', shown => {
        const place = shown.querySelector('p');
        press(place, 'g');
        ok(press(place, 'p'), 'the letter was left to the browser');
        press(place, 'G');
        press(place, 'T');
        ok(press(place, 'n'), 'N was left to the browser');
        ok(!press(place, 't'), 'a letter without G was taken');
        press(place, 'g');
        press(place, 'x');
        press(place, 't');
    }), ['Personnes', 'Aujourd’hui', 'Noter']);
});

test('the letter after G is heard before a row that has a use for it, and the next one is the row’s again', () => {
    const letters = [];
    equal(heardFrom('<b tabindex="0"></b>', shown => {
        const row = shown.querySelector('b');
        row.addEventListener('keydown', event => letters.push(event.key));
        ['g', 'p', 'p'].forEach(key => press(row, key));
    }), ['Personnes']);
    equal(letters, ['g', 'p']);
});

test('in a field, in a menu, with a modifier, held down or under a dialog the letters mean nothing', () => {
    const letters = (target, more = {}) => ['g', 'p', 'n'].forEach(key => press(target, key, more));
    equal(heardFrom('<input><textarea></textarea><select></select><div contenteditable></div><ul role="menu"><li tabindex="0"></li></ul>', shown => {
        shown.querySelectorAll('input, textarea, select, [contenteditable], li').forEach(target => letters(target));
        for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }, { repeat: true }]) {
            letters(shown.querySelector('p'), more);
        }
        const dialog = document.body.appendChild(document.createElement('dialog'));
        dialog.showModal();
        letters(shown.querySelector('p'));
        letters(dialog);
        dialog.remove();
    }), []);
});

test('a key that a drawing has taken logs nothing, and a page without these places has no such keys', () => {
    equal(heardFrom('<b tabindex="0"></b>', shown => {
        const drawing = shown.querySelector('b');
        drawing.addEventListener('keydown', event => event.preventDefault());
        press(drawing, 'n');
    }), []);
    const shared = page('<main data-together><p tabindex="0"></p></main>');
    ok(!press(shared.querySelector('p'), 'g') && !press(shared.querySelector('p'), 'p') && !press(shared.querySelector('p'), 'n'), 'a key was taken');
});
