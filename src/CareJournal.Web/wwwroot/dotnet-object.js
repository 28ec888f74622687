// The type of a reference to a server component. Nothing is loaded from it: it is for the type check alone.

/**
 * A reference to a server component: the methods that a script may call there.
 * @template {Record<string, (...args: any[]) => unknown>} Methods
 * @typedef {object} DotNetObject
 * @property {<Name extends keyof Methods>(name: Name, ...args: Parameters<Methods[Name]>) => Promise<Awaited<ReturnType<Methods[Name]>>>} invokeMethodAsync
 */

export {};
