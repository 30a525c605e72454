// @ts-check
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts);

/** @param {...string} parts */
export const inModules = (...parts) => join(root, 'node_modules', ...parts);
