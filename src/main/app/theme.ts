import type { Settings } from '#shared/settings.ts';

/** Of Electron's `nativeTheme`, what is used. */
export interface NativeTheme {
  themeSource: Settings['theme'];
  readonly shouldUseDarkColors: boolean;
  on(event: 'updated', listener: () => void): unknown;
}
export interface Theme {
  use(setting: Settings['theme']): void;
  current(): 'light' | 'dark';
  /** The theme in force has changed, by the setting or by the system. */
  onChange(listener: () => void): void;
}

export function createTheme(native: NativeTheme): Theme {
  const current = (): 'light' | 'dark' => (native.shouldUseDarkColors ? 'dark' : 'light');
  return {
    use: (setting) => {
      native.themeSource = setting;
    },
    current,
    onChange: (listener) => {
      let last = current();
      native.on('updated', () => {
        if (current() === last) return;
        last = current();
        listener();
      });
    },
  };
}
