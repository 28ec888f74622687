// The grid for a paper file. What is typed stays here, in plain fields; the server is told when the typing rests and says what it understood, which is
// written around the cells. One hidden field has the text of all rows: it is what the draft keeps and the save reads.

import { closest, find, findAll, required } from '/elements.js';
import { columns, isTable, isTooLong, isWritten, read, spread, write } from '/past-table.js';

/**
 * What is written around the cells of a row.
 * @typedef {{ day: string, step: string, pause: string, opens: boolean, notes: string, faults: Record<string, string>, choices: { text: string, isDay: boolean }[] }} RowPainting
 * @typedef {{ rows: RowPainting[], summary: string }} Painting
 * @typedef {{ row: string, pasted: string, removed: string, tooMany: string, tooWide: string, tooLong: string, most: number }} Sentences
 * @typedef {{ Read: (rows: string) => Painting }} PastMethods
 * @typedef {import('/dotnet-object.js').DotNetObject<PastMethods>} Server
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Cell
 */

const rest = 250;      // ms without a key after which the server is asked
const patience = 5000; // ms after which an answer is not awaited any more: the connection was lost
const [date, step, last] = [0, 3, 4];
const isShort = [date, step, last];

/**
 * Starts a grid.
 * @param {HTMLElement | null} root Null if the page was left before this script loaded.
 * @param {Server} server
 * @param {Sentences} words
 */
export const attach = (root, server, words) => root && new PastGrid(root, server, words);

/** One grid. */
class PastGrid {
    /** @type {string[][]} */
    #rows = [];
    /** @type {RowPainting[]} */
    #painted = [];
    /** @type {WeakMap<HTMLElement, string>} What was written around a row, so that only what changes is written. */
    #written = new WeakMap();
    /** @type {Cell | null} The cell in which a text is being typed: its problem waits until it is left. */
    #typing = null;
    /** @type {string | null} The text before a table was pasted or a row removed. */
    #before = null;
    #asking = false;
    #timer = 0;
    #made = 0;

    /**
     * @param {HTMLElement} root
     * @param {Server} server
     * @param {Sentences} words
     */
    constructor(root, server, words) {
        this.root = root;
        this.server = server;
        this.words = words;
        this.form = closest(root, 'form', HTMLElement) ?? root;
        this.list = required(root, '[data-rows]', HTMLElement);
        this.sample = required(root, '[data-sample] > *', HTMLElement);
        this.text = required(root, 'textarea[data-draft]', HTMLTextAreaElement);
        this.list.addEventListener('input', event => this.#typed(event));
        this.list.addEventListener('change', () => this.#left());
        this.list.addEventListener('focusout', () => this.#left());
        this.list.addEventListener('keydown', event => this.#key(event));
        this.list.addEventListener('paste', event => this.#paste(event));
        this.form.addEventListener('click', event => this.#click(event));
        new MutationObserver(() => this.#load(root.dataset.shown ?? '')).observe(root, { attributes: true, attributeFilter: ['data-shown'] });
        this.#load(this.text.value);
        if (!this.form.contains(document.activeElement)) {
            this.#cell(0, date)?.focus();
        }
    }

    /** Writes what the server understood, the cell that has the focus included: a save was refused. @param {Painting} painting */
    show(painting) {
        this.#typing = null;
        this.#paint(painting);
    }

    // ---- Typing ------------------------------------------------------------------------------------------------------------------

    /** @param {Event} event */
    #typed(event) {
        const cell = cellOf(event.target);
        if (cell) {
            this.#typing = cell;
            this.#rows[this.#rowOf(cell)][columnOf(cell)] = cell.value;
            this.text.value = write(this.#rows);
            this.#say('');
            this.#ask(rest);
        }
    }

    #left() {
        if (this.#typing) {
            this.#typing = null;
            this.#writeAll();
            this.#ask(0);
        }
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const cell = cellOf(event.target);
        if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
            return;
        }
        const [row, column] = [this.#rowOf(cell), columnOf(cell)];
        if (event.key === 'Enter' && !(cell instanceof HTMLSelectElement)) {
            event.preventDefault();
            column > last ? this.#go(row, this.#rows[row][date] === '' ? date : date + 1) : this.#go(row + 1, date);
        } else if (event.key === 'Tab' && column === last && (row + 1 < this.#rows.length || isWritten(this.#rows[row]))) {
            event.preventDefault();
            this.#go(row + 1, date);
        } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (column === date || column === last)) {
            event.preventDefault();
            this.#cell(row + (event.key === 'ArrowDown' ? 1 : -1), column)?.focus();
        }
    }

    /** Goes to a cell; below the last row, a new one is made if that one has any text. @param {number} row @param {number} column */
    #go(row, column) {
        if (row === this.#rows.length && isWritten(this.#rows[row - 1])) {
            this.#rows.push(blank());
            this.#draw();
        }
        const cell = this.#cell(Math.min(row, this.#rows.length - 1), column);
        cell?.focus();
        cell?.scrollIntoView({ block: 'nearest' });
    }

    // ---- Whole rows --------------------------------------------------------------------------------------------------------------

    /** @param {ClipboardEvent} event */
    #paste(event) {
        const cell = cellOf(event.target);
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        if (!cell || !isTable(pasted, event.clipboardData?.getData('text/html') ?? '', isShort.includes(columnOf(cell)))) {
            return;
        }
        event.preventDefault();
        const [row, column, table] = [this.#rowOf(cell), columnOf(cell), read(pasted)];
        const rows = spread(this.#rows, row, column, table);
        const refused = table.some(cells => column + cells.length > columns && cells.slice(columns - column).some(surplus => surplus.trim() !== '')) ? this.words.tooWide
            : rows.filter(isWritten).length > this.words.most ? this.words.tooMany
            : isTooLong(write(rows)) ? this.words.tooLong
            : '';
        if (refused) {
            this.#say(refused);
        } else {
            this.#change(rows, this.words.pasted.replace('{0}', `${table.length}`));
            this.#cell(row, column)?.focus();
        }
    }

    /** @param {MouseEvent} event */
    #click(event) {
        const removed = closest(event.target, '[data-remove]', HTMLElement);
        if (removed) {
            const row = this.#rowOf(removed);
            this.#change(this.#rows.toSpliced(row, 1), isWritten(this.#rows[row]) ? this.words.removed : '');
            this.#cell(Math.min(row, this.#rows.length - 1), date)?.focus();
        } else if (closest(event.target, '[data-choose]', HTMLElement)) {
            this.#choose(closest(event.target, '[data-choose]', HTMLElement));
        } else if (closest(event.target, '[data-add]', HTMLElement)) {
            this.#go(this.#rows.length, date);
        } else if (closest(event.target, '[data-undo]', HTMLElement) && this.#before !== null) {
            this.#change(read(this.#before), '');
            this.#cell(0, date)?.focus();
        }
    }

    /** Writes the date that was meant; where it has no day yet, that is typed before it. @param {HTMLElement | null} choice */
    #choose(choice) {
        if (choice) {
            const row = this.#rowOf(choice);
            this.#change(this.#rows.with(row, this.#rows[row].with(date, choice.textContent ?? '')), '');
            const isDay = choice.dataset.choose === 'day';
            const cell = this.#cell(row, isDay ? date + 1 : date);
            cell?.focus();
            if (!isDay && cell instanceof HTMLInputElement) {
                cell.setSelectionRange(0, 0);
            }
        }
    }

    /** Offers the dates that a text can mean. @param {HTMLElement} row @param {{ text: string, isDay: boolean }[]} choices */
    #offer(row, choices) {
        const place = find(row, '[data-choices]', HTMLElement);
        if (place) {
            place.hidden = choices.length === 0;
            place.replaceChildren(...choices.map(({ text, isDay }) => {
                const button = document.createElement('button');
                button.type = 'button';
                button.className = 'button';
                button.dataset.choose = isDay ? 'day' : 'month';
                button.textContent = text;
                return button;
            }));
        }
    }

    /** Replaces the rows as if they were typed, and offers the former ones again. @param {string[][]} rows @param {string} said */
    #change(rows, said) {
        const before = this.text.value;
        this.#typing = null;
        this.#take(rows);
        this.text.value = write(this.#rows);
        this.text.dispatchEvent(new InputEvent('input', { bubbles: true }));
        this.#say(said, said === '' ? null : before);
        this.#ask(0);
    }

    /** Takes the rows of a draft that was found, or of one that was discarded. @param {string} text */
    #load(text) {
        this.text.value = text;
        this.#take(read(text));
        this.#ask(0);
    }

    /** @param {string[][]} rows */
    #take(rows) {
        this.#rows = (rows.length > 0 ? rows : [[]]).map(cells => [...cells, ...blank()].slice(0, columns));
        this.#draw();
    }

    /** Says what was done with whole rows, or why not. @param {string} sentence @param {string | null} before The text that can be taken again. */
    #say(sentence, before = null) {
        this.#before = before;
        const place = required(this.root, '[data-said]', HTMLElement);
        required(place, 'span', HTMLElement).textContent = sentence;
        required(place, '[data-undo]', HTMLElement).hidden = before === null;
    }

    // ---- Drawing -----------------------------------------------------------------------------------------------------------------

    #draw() {
        while (this.list.children.length > this.#rows.length) {
            this.list.lastElementChild?.remove();
        }
        const added = document.createDocumentFragment();
        for (let row = this.list.children.length; row < this.#rows.length; row++) {
            added.append(this.#made === 0 ? this.#first() : this.#another());
        }
        this.list.append(added);
        findAll(this.list, ':scope > *', HTMLElement).forEach((row, at) => {
            required(row, '[role="group"]', HTMLElement).ariaLabel = this.words.row.replace('{0}', `${at + 1}`);
            for (const cell of cellsOf(row)) {
                const text = this.#rows[at][columnOf(cell)];
                if (cell.value !== text) {
                    cell.value = text;
                }
            }
        });
    }

    /** The first row has the first focus of the form, also once a draft is restored. */
    #first() {
        const row = this.#another();
        find(row, `[data-cell="${date}"]`, HTMLElement)?.setAttribute('data-first-focus', 'true');
        return row;
    }

    /** Makes a row: its fields are described by the sentences below them. */
    #another() {
        const row = this.sample.cloneNode(true);
        if (!(row instanceof HTMLElement)) {
            throw new Error('The sample is no row.');
        }
        this.#made++;
        for (const cell of cellsOf(row)) {
            const around = findAll(row, `[data-understood="${columnOf(cell)}"], [data-fault="${columnOf(cell)}"]`, HTMLElement);
            around.forEach((sentence, place) => { sentence.id = `past-${this.#made}-${columnOf(cell)}-${place}`; });
            cell.setAttribute('aria-describedby', around.map(sentence => sentence.id).join(' '));
        }
        return row;
    }

    /** Asks the server what it understands, once the typing has rested. @param {number} after */
    #ask(after) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#answer(), after);
    }

    async #answer() {
        const asked = this.text.value;
        if (this.#asking) {
            this.#ask(rest);
        }
        if (this.#asking || isTooLong(asked)) {
            return;
        }
        this.#asking = true;
        /** @type {Painting | null} */
        let painting = null;
        try {
            painting = await Promise.race([this.server.invokeMethodAsync('Read', asked), new Promise((/** @type {(nothing: null) => void} */ late) => setTimeout(late, patience, null))]);
        } catch {
            // The connection is lost, or the page is being left: what is typed next asks again.
        }
        this.#asking = false;
        if (painting && asked === this.text.value) {
            this.#paint(painting);
        }
    }

    /** @param {Painting} painting */
    #paint(painting) {
        this.#painted = painting.rows;
        const summary = find(this.form, '[data-summary]', HTMLElement);
        if (summary) {
            summary.textContent = painting.summary;
        }
        this.#writeAll();
    }

    #writeAll() {
        findAll(this.list, ':scope > *', HTMLElement).forEach((row, at) => this.#write(row, this.#painted[at] ?? nothing));
    }

    /** @param {HTMLElement} row @param {RowPainting} painting */
    #write(row, painting) {
        const waits = this.#typing && row.contains(this.#typing) ? columnOf(this.#typing) : -1;
        const now = JSON.stringify([painting, waits]);
        if (this.#written.get(row) === now) {
            return;
        }
        this.#written.set(row, now);
        put(row, `[data-understood="${date}"]`, painting.day);
        put(row, `[data-understood="${step}"]`, painting.step);
        put(row, '[data-notes]', painting.notes);
        put(row, '[data-pause-words]', painting.pause);
        for (const cell of cellsOf(row)) {
            const column = columnOf(cell);
            const fault = column === waits ? '' : painting.faults[column] ?? '';
            put(row, `[data-fault="${column}"]`, fault);
            cell.ariaInvalid = fault === '' ? null : 'true';
        }
        this.#offer(row, waits === date ? [] : painting.choices);
        // What was written of a pause, or as a title, stays in sight when its place is gone.
        const texts = cellsOf(row).filter(cell => cell.value !== '').map(columnOf);
        required(row, '[data-pause]', HTMLElement).hidden = painting.pause === '' && !texts.some(column => column > last + 1);
        required(row, '[data-title]', HTMLElement).hidden = !painting.opens && !texts.includes(last + 1);
    }

    /** @param {number} row @param {number} column */
    #cell(row, column) {
        return this.list.children[row]?.querySelector(`[data-cell="${column}"]`) instanceof HTMLElement ? find(this.list.children[row], `[data-cell="${column}"]`, HTMLElement) : null;
    }

    /** @param {HTMLElement} part */
    #rowOf(part) {
        return [...this.list.children].findIndex(row => row.contains(part));
    }
}

/** @type {RowPainting} */
const nothing = { day: '', step: '', pause: '', opens: false, notes: '', faults: {}, choices: [] };

const blank = () => Array(columns).fill('');

/** @param {EventTarget | null} target @returns {Cell | null} */
function cellOf(target) {
    const cell = closest(target, '[data-cell]', HTMLElement);
    return cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement || cell instanceof HTMLSelectElement ? cell : null;
}

/** @param {HTMLElement} row @returns {Cell[]} */
const cellsOf = row => [...row.querySelectorAll('[data-cell]')].flatMap(cell => cellOf(cell) ?? []);

/** @param {HTMLElement} cell */
const columnOf = cell => Number(cell.dataset.cell);

/** @param {HTMLElement} row @param {string} place @param {string} text */
function put(row, place, text) {
    const found = find(row, place, HTMLElement);
    if (found && found.textContent !== text) {
        found.textContent = text;
    }
}
