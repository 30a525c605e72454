import * as v from 'valibot';
import { isAccelerator } from './accelerator.ts';
import { SEVERITIES } from './domain/severity.ts';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
const DEFAULT_RECEIVER_PORT = 47100;
/** Texts that one person uses again and again, in no playbook. */
const snippets = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(5_000))),
  v.maxLength(100),
);
/** Three modifiers: nothing else that is common has it, nor does AltGr write anything by it. */
const DEFAULT_GLOBAL_SHORTCUT = 'CommandOrControl+Alt+Shift+T';

/** The id of a playbook. Empty: the one that is built in. */
const playbook = v.pipe(v.string(), v.maxLength(200));

const globalShortcut = v.pipe(
  v.string(),
  v.check((text) => text === '' || isAccelerator(text)),
);

/** `settings.json`: no secrets. A field that cannot be read falls back to its default, the others stay. */
export const settingsSchema = v.object({
  /** Schema version of the file. */
  version: v.fallback(v.literal(1), 1),
  /** The person's name, as it stands on the timeline. Empty: not said yet. */
  name: v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
  language: v.fallback(v.picklist(['system', ...LANGUAGES]), 'system'),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  receiverPort: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)),
    DEFAULT_RECEIVER_PORT,
  ),
  unknownSeverity: v.fallback(v.picklist(SEVERITIES), 'SEV-2'),
  startWithSystem: v.fallback(v.boolean(), false),
  singleKeys: v.fallback(v.boolean(), true),
  /** Brings the window up from any app, in Electron's words. Empty: none. */
  globalShortcut: v.fallback(globalShortcut, DEFAULT_GLOBAL_SHORTCUT),
  /** The first-run screen was left. */
  welcomed: v.fallback(v.boolean(), false),
  snippets: v.fallback(snippets, []),
  /** The playbook of new incidents, where no service gives them another. */
  playbook: v.fallback(playbook, ''),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** A change of some settings; unlike the file, a bad value here is refused. */
export const settingsChangeSchema = v.partial(
  v.strictObject({
    name: v.pipe(v.string(), v.trim(), v.maxLength(80)),
    language: v.picklist(['system', ...LANGUAGES]),
    theme: v.picklist(['system', 'light', 'dark']),
    receiverPort: v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)),
    unknownSeverity: v.picklist(SEVERITIES),
    startWithSystem: v.boolean(),
    singleKeys: v.boolean(),
    globalShortcut,
    welcomed: v.boolean(),
    snippets,
    playbook,
  }),
);
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;

/** The settings of a fresh profile. */
export function defaultSettings(): Settings {
  return v.parse(settingsSchema, {
    version: 1,
    name: '',
    language: 'system',
    theme: 'system',
    receiverPort: DEFAULT_RECEIVER_PORT,
    unknownSeverity: 'SEV-2',
    startWithSystem: false,
    singleKeys: true,
    globalShortcut: DEFAULT_GLOBAL_SHORTCUT,
    welcomed: false,
    snippets: [],
    playbook: '',
  });
}
