// Redraws the PNGs in resources/icons from the SVGs beside them. They are committed, so nobody needs this to build or
// run; after changing an SVG: `node scripts/draw-icons.mjs`. Needs rsvg-convert (Debian package librsvg2-bin).
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const icons = join(import.meta.dirname, '../resources/icons');
const RENDERER = 'rsvg-convert';
const TRAY_SIZE = 22;
const APP_SIZE = 512;

/**
 * @param {string} source
 * @param {string} target
 * @param {number} size in pixels, both ways
 */
function draw(source, target, size) {
  execFileSync(RENDERER, ['--width', `${size}`, '--height', `${size}`, '--output', target, source]);
}

for (const file of readdirSync(join(icons, 'src'))) {
  const source = join(icons, 'src', file);
  const name = basename(file, '.svg');
  if (name === 'app') {
    draw(source, join(icons, 'app.png'), APP_SIZE);
  } else {
    draw(source, join(icons, 'tray', `${name}.png`), TRAY_SIZE);
    draw(source, join(icons, 'tray', `${name}@2x.png`), 2 * TRAY_SIZE);
  }
}
