// The rows of the grid for a paper file, as a table of a spreadsheet: reading and writing its text, and spreading what is pasted. Nothing is drawn here.

/** The cells of each row: the five columns of the grid, the title of the period, how the pause was, and what was reported of it. */
export const columns = 8;

const largest = 900_000; // bytes: a draft, and a message to the page, take one million

/**
 * Reads the text of a table: cells divided by tabs, rows by line breaks. A cell in quotation marks may contain both; a quotation mark in it is doubled.
 * @param {string} text
 * @returns {string[][]}
 */
export function read(text) {
    const all = text.replace(/\r\n?/g, '\n');
    const rows = [];
    for (let at = 0; at < all.length; at++) {
        const cells = [];
        for (let more = true; more; at++) {
            const closing = all[at] === '"' ? closingQuote(all, at + 1) : -1;
            const end = closing >= 0 ? closing + 1 : ending(all, at);
            cells.push(closing >= 0 ? all.slice(at + 1, closing).replaceAll('""', '"') : all.slice(at, end));
            more = all[end] === '\t';
            at = end;
        }
        rows.push(cells);
        at--;
    }
    return rows;
}

/**
 * Writes rows as such a text; empty cells at the end of a row, and blank rows at the end, are left out.
 * @param {string[][]} rows
 */
export function write(rows) {
    const last = rows.findLastIndex(isWritten);
    return rows.slice(0, last + 1).map(cells => cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1).map(quoted).join('\t')).join('\n');
}

/**
 * Whether a row has any text.
 * @param {string[]} cells
 */
export const isWritten = cells => cells.some(cell => cell.trim() !== '');

/**
 * Whether a pasted text is a table, and not a text for one cell: it has tabs, comes from a spreadsheet, or has several lines for a column of short texts.
 * @param {string} text
 * @param {string} html The same as HTML, as spreadsheets give it; else empty.
 * @param {boolean} isShort
 */
export const isTable = (text, html, isShort) => text.includes('\t') || /<table[\s>]/i.test(html) || (isShort && text.trim().includes('\n'));

/**
 * Returns the rows with a table spread from a cell on: into the cells to the right and below if all of those are empty, else as rows of their own below.
 * No cell with text is ever overwritten.
 * @param {string[][]} rows
 * @param {number} row
 * @param {number} column
 * @param {string[][]} table
 * @returns {string[][]}
 */
export function spread(rows, row, column, table) {
    const placed = table.map(cells => [...Array(column).fill(''), ...cells, ...Array(columns).fill('')].slice(0, columns));
    const fits = placed.every((cells, at) => cells.every((cell, place) => cell === '' || (rows[row + at]?.[place] ?? '').trim() === ''));
    if (!fits) {
        return [...rows.slice(0, row + 1), ...placed, ...rows.slice(row + 1)];
    }
    const filled = placed.map((cells, at) => cells.map((cell, place) => cell || (rows[row + at]?.[place] ?? '')));
    return [...rows.slice(0, row), ...filled, ...rows.slice(row + placed.length)];
}

/**
 * Whether a text is too long to be kept as a draft.
 * @param {string} text
 */
export const isTooLong = text => text.length > largest / 6 && new Blob([JSON.stringify(text)]).size > largest;

/** @param {string} cell */
const quoted = cell => /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * Returns where a cell without quotation marks ends.
 * @param {string} text
 * @param {number} from
 */
function ending(text, from) {
    let end = from;
    while (end < text.length && text[end] !== '\t' && text[end] !== '\n') {
        end++;
    }
    return end;
}

/**
 * Returns the quotation mark that ends a cell; -1 if none does: then the first one was typed as such.
 * @param {string} text
 * @param {number} from
 */
function closingQuote(text, from) {
    for (let at = from; at < text.length; at++) {
        if (text[at] === '"' && text[at + 1] === '"') {
            at++;
        } else if (text[at] === '"') {
            return at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n' ? at : -1;
        }
    }
    return -1;
}
