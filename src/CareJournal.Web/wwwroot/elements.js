// Finds elements by selector and type: a selector alone does not guarantee a value, a dataset or a focus.

/**
 * The type of element to find, such as HTMLElement.
 * @template {Element} T
 * @typedef {{ new (): T, prototype: T }} Kind
 */

/**
 * Returns the first match inside a node; null if there is none, or if it is of another type.
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {Kind<T>} kind
 * @returns {T | null}
 */
export function find(place, selector, kind) {
    const found = place.querySelector(selector);
    return found instanceof kind ? found : null;
}

/**
 * Returns the first match inside a node; throws if there is none.
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {Kind<T>} kind
 * @returns {T}
 */
export function required(place, selector, kind) {
    const found = find(place, selector, kind);
    if (!found) {
        throw new Error(`The page has no ${selector}.`);
    }
    return found;
}

/**
 * Returns every match of that type inside a node.
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {Kind<T>} kind
 * @returns {T[]}
 */
export const findAll = (place, selector, kind) => [...place.querySelectorAll(selector)].flatMap(found => found instanceof kind ? [found] : []);

/**
 * Returns the closest match around the target of an event, the target included; null if there is none, or if it is of another type.
 * @template {Element} T
 * @param {EventTarget | null | undefined} target
 * @param {string} selector
 * @param {Kind<T>} kind
 * @returns {T | null}
 */
export function closest(target, selector, kind) {
    const found = target instanceof Element ? target.closest(selector) : null;
    return found instanceof kind ? found : null;
}
