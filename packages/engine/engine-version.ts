/** Version of the engine, in the grounds of every result; the same as its package's. */
export const ENGINE_VERSION = '0.1.0'
