// Days, axis units and pixels of a timeline, and the allowed windows. Pure: nothing here reads or changes the page.

/**
 * A bend of the axis: the number of a day, and its place in units. A unit is a day, but for folded pauses.
 * @typedef {[day: number, units: number]} Corner
 */

/**
 * A stop of the timeline: its number, and the pixels of a unit in its own picture.
 * @typedef {[stop: number, scale: number]} Rung
 */

/**
 * The window on the axis.
 * @typedef {object} View
 * @property {number} start Its left edge, in units.
 * @property {number} scale The pixels of a unit.
 */

/**
 * The axis, and how far it can be zoomed.
 * @typedef {object} Axis
 * @property {Corner[]} corners In order of time, two at least.
 * @property {Rung[]} rungs In order of scale.
 * @property {number} total The units of the whole axis.
 * @property {number} width The pixels of the window.
 * @property {number} nearest The largest scale.
 */

/**
 * The start of a drag, from which later pointer positions are computed.
 * @typedef {object} PinchStart
 * @property {number} start The left edge of the window then, in units.
 * @property {number} scale The pixels of a unit then.
 * @property {number} middle The middle between the fingers, in pixels of the window.
 * @property {number} apart The pixels between the fingers.
 */

const epoch = 719162; // the day number of 1 January 1970
const slack = 1.001;  // a stop's own scale, with a margin for rounding

/**
 * Interpolates a polyline of pairs; it is extended straight beyond the first and the last pair.
 * @param {(readonly [number, number])[]} pairs
 * @param {number} value
 * @param {0 | 1} from Index of the given number in a pair.
 * @param {0 | 1} to Index of the wanted one.
 * @returns {number}
 */
export function along(pairs, value, from, to) {
    let index = 1;
    while (index < pairs.length - 1 && pairs[index][from] < value) {
        index++;
    }
    const [left, right] = [pairs[index - 1], pairs[index]];
    return left[to] + (value - left[from]) * (right[to] - left[to]) / (right[from] - left[from]);
}

/**
 * Returns the place of a day on the axis, in units.
 * @param {Pick<Axis, 'corners'>} axis
 * @param {number} day
 * @returns {number}
 */
export const toUnits = (axis, day) => along(axis.corners, day, 0, 1);

/**
 * Returns the day at a place of the axis.
 * @param {Pick<Axis, 'corners'>} axis
 * @param {number} units
 * @returns {number}
 */
export const toDay = (axis, units) => along(axis.corners, units, 1, 0);

/**
 * Returns the instant at which a day begins in UTC.
 * @param {number} day
 * @returns {Date}
 */
export const dateOf = day => new Date((day - epoch) * 86400000);

/**
 * Returns a day as a date of the form 2024-02-29.
 * @param {number} day
 * @returns {string}
 */
export const iso = day => dateOf(day).toISOString().slice(0, 10);

/**
 * Returns the number of a day written as 2024-02-29.
 * @param {string} text
 * @returns {number}
 */
export const dayOf = text => Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000) + epoch;

/**
 * Returns the place on the axis at a pixel of the window.
 * @param {{ view: View }} timeline
 * @param {number} x
 * @returns {number}
 */
export const unitsAt = ({ view }, x) => view.start + x / view.scale;

/**
 * Returns the first day in the window, and the one after the last, with fractions.
 * @param {Pick<Axis, 'corners' | 'width'> & { view: View }} timeline
 * @returns {[from: number, to: number]}
 */
export const shownDays = timeline => [toDay(timeline, timeline.view.start), toDay(timeline, unitsAt(timeline, timeline.width))];

/**
 * Clamps a scale: not smaller than the whole axis, not larger than what can be distinguished.
 * @param {Pick<Axis, 'total' | 'width' | 'nearest'>} axis
 * @param {number} scale
 * @returns {number}
 */
export const allowedScale = (axis, scale) => Math.min(Math.max(scale, axis.width / axis.total), axis.nearest);

/**
 * Clamps a window: it never leaves the axis.
 * @param {Pick<Axis, 'total' | 'width' | 'nearest'>} axis
 * @param {number} start
 * @param {number} scale
 * @returns {View}
 */
export function allowedView(axis, start, scale) {
    scale = allowedScale(axis, scale);
    return { start: Math.min(Math.max(start, 0), Math.max(0, axis.total - axis.width / scale)), scale };
}

/**
 * Returns the window zoomed by a factor, around a pixel of it.
 * @param {Axis & { view: View }} timeline
 * @param {number} factor
 * @param {number} x
 * @returns {View}
 */
export function zoomed(timeline, factor, x) {
    const scale = allowedScale(timeline, timeline.view.scale * factor);
    return { start: unitsAt(timeline, x) - x / scale, scale };
}

/**
 * Returns the window of a pinch gesture: the day between the fingers stays between them.
 * @param {Pick<Axis, 'total' | 'width' | 'nearest'>} axis
 * @param {PinchStart} drag
 * @param {number} apart
 * @param {number} middle
 * @returns {View}
 */
export function pinched(axis, drag, apart, middle) {
    const scale = allowedScale(axis, drag.scale * Math.max(apart, 10) / Math.max(drag.apart, 10));
    return { start: drag.start + drag.middle / drag.scale - middle / scale, scale };
}

/**
 * Whether a picture of a scale can be shown in a window: pictures are enlarged, never reduced.
 * @param {number} scale
 * @param {View} view
 * @returns {boolean}
 */
export const isReached = (scale, view) => scale <= view.scale * slack;

/**
 * Returns the number of the stop that the window shows.
 * @param {Pick<Axis, 'rungs'> & { view: View }} timeline
 * @returns {number}
 */
export const stopAt = ({ rungs, view }) => (rungs.findLast(([, scale]) => isReached(scale, view)) ?? rungs[0])[0];

/**
 * Returns the left edge of a window: where it was wanted, or, if no session would be in it, where the session is seen that is nearest to it, with what led to it.
 * @param {number[]} sessions Their places on the axis.
 * @param {number} start The left edge that is wanted, in units.
 * @param {number} shown The units in the window.
 * @returns {number}
 */
export function landing(sessions, start, shown) {
    const middle = start + shown / 2;
    const [nearest] = sessions.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
    if (nearest === undefined || Math.abs(nearest - middle) < shown * 0.49) {
        return start;
    }
    return nearest - shown * (nearest < middle ? 0.6 : 0.3);
}
