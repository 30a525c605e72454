import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The colours of `tokens.css`, each theme's on each ground that it stands on. */
const css = readFileSync(new URL('../../../../src/renderer/ui/css/tokens.css', import.meta.url), 'utf8');
const [dark = '', light = ''] = css.split(':root[data-theme="light"]');
const themes = { dark: colours(dark), light: { ...colours(dark), ...colours(light) } };

function colours(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['ground', 'panel', 'raised', 'hover', 'picked'];
const texts = ['text', 'muted', 'late', 'gap', 'sev-1', 'sev-2', 'sev-3', 'sev-4'];

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  const colourOf = (name: string): string => themes[theme][name] ?? '';

  it.each(texts)('%s can be read on every ground (AA)', (text) => {
    const low = grounds.filter((ground) => contrast(colourOf(text), colourOf(ground)) < 4.5);
    // Severity, lateness and gaps never stand on what is pointed at or picked in a set of choices.
    expect(
      low.filter((ground) => text === 'text' || text === 'muted' || !/hover|picked/.test(ground)),
    ).toEqual([]);
  });

  it.each(['text', 'late'])('the clock’s %s is easy to read (AAA)', (text) => {
    expect(contrast(colourOf(text), colourOf('panel'))).toBeGreaterThanOrEqual(7);
  });

  it('the primary action can be read', () => {
    expect(contrast(colourOf('on-primary'), colourOf('primary'))).toBeGreaterThanOrEqual(7);
  });
});
