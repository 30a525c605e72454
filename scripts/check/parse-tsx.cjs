// Loaded before dependency-cruiser, which tells swc nothing about JSX and so breaks down on every .tsx with markup.
const swc = require('@swc/core');

const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
