// Decides which blocks of the overview's rows are kept on the page, and which are requested next. Pure.

/**
 * The visible blocks, and the range of blocks to keep ready.
 * @typedef {object} Wanted
 * @property {number} first The first block in sight.
 * @property {number} seen The last block in sight.
 * @property {number} from The first block that is kept ready.
 * @property {number} to The last one.
 */

/**
 * Blocks to request at once.
 * @typedef {{ first: number, count: number }} Run
 */

/**
 * The scroll state that decides which blocks are wanted.
 * @typedef {object} Scrolled
 * @property {Pick<HTMLElement, 'scrollTop' | 'clientHeight'>} frame
 * @property {number} count How many rows there are.
 * @property {number} height The pixels of a row.
 * @property {number} size The rows of a block.
 * @property {boolean} down Whether the last movement was downwards.
 */

/**
 * The loaded blocks, which decide what is still requested.
 * @typedef {object} Known
 * @property {Map<number, { turn: number }>} blocks The blocks that are on the page, with the order of rows that each belongs to.
 * @property {number} turn The order of rows that is shown.
 */

/** The number of blocks that are kept ready in the scrolling direction. */
export const ahead = 5;

const behind = 2; // and in the other direction
const most = 8;   // blocks requested at once

/**
 * Returns the blocks wanted at the current scroll position.
 * @param {Scrolled} grid
 * @returns {Wanted}
 */
export function wanted(grid) {
    const last = Math.ceil(grid.count / grid.size) - 1;
    const first = Math.floor(grid.frame.scrollTop / (grid.size * grid.height));
    const seen = Math.floor((grid.frame.scrollTop + grid.frame.clientHeight) / (grid.size * grid.height));
    const [up, down] = grid.down ? [behind, ahead] : [ahead, behind];
    return { first: Math.max(0, first), seen: Math.min(last, seen), from: Math.max(0, first - up), to: Math.min(last, seen + down) };
}

/**
 * Returns the next blocks to request: visible ones first, then those in the scrolling direction.
 * @param {Scrolled & Known} grid
 * @returns {Run | null}
 */
export function next(grid) {
    const { first, seen, from, to } = wanted(grid);
    /** @param {number} block */
    const isNew = block => grid.blocks.get(block)?.turn !== grid.turn;
    /**
     * @param {number} low
     * @param {number} high
     */
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
    return run(first, seen) ?? (grid.down ? run(seen, to) ?? run(from, first) : run(from, first) ?? run(seen, to));
}
