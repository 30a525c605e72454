import { readFileSync, renameSync } from 'node:fs';
import * as v from 'valibot';
import { defaultSettings, type Settings, settingsSchema } from '#shared/settings.ts';

export interface SettingsRead {
  readonly settings: Settings;
  /** Fields of a newer version, kept when the file is written. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Where the file that could not be read was put. */
  readonly setAside?: string;
}

// `v.record` takes a list for an object.
const anyObject = v.custom<Readonly<Record<string, unknown>>>(
  (read) => typeof read === 'object' && read !== null && !Array.isArray(read),
);

/**
 * Reads `settings.json`. A field that cannot be read falls back to its default; a file that is no JSON object is set aside,
 * never written over. @param now epoch ms, for the name
 */
export function readSettings(file: string, now: number): SettingsRead {
  const text = textOf(file);
  if (text === undefined) return { settings: defaultSettings(), unknown: {} };
  const object = v.safeParse(anyObject, parsed(text));
  if (object.success) {
    // Defaults first: a field that is missing altogether has no value to fall back from.
    const settings = v.parse(settingsSchema, { ...defaultSettings(), ...object.output });
    return { settings, unknown: object.output };
  }
  const setAside = `${file}.broken-${now}`;
  try {
    renameSync(file, setAside);
  } catch {
    // It stays where it is; the next write replaces it.
  }
  return { settings: defaultSettings(), unknown: {}, setAside };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // Not to be read is as broken as not to be understood.
    return isMissing ? undefined : '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
