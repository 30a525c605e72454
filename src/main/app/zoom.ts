import type { Input, WebContents } from 'electron';

/** How large a window's contents can be, as browsers step it. */
const FACTORS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
const USUAL = 1;
/** Half a step's worth: Chromium keeps the factor as a logarithm, and gives it back a little off. */
const SLACK = 0.01;

type Press = Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>;

/** The factor after a key, `undefined` for one that is not about it: Ctrl (Cmd on a Mac) with +, - or 0. Pure. */
export function zoomAfter(press: Press, factor: number, isMac: boolean): number | undefined {
  const modified = isMac ? press.meta && !press.control : press.control && !press.meta;
  if (press.type !== 'keyDown' || !modified || press.alt) return undefined;
  switch (press.key) {
    // Without Shift it is the key that plus is on.
    case '+':
    case '=':
      return FACTORS.find((each) => each > factor + SLACK) ?? factor;
    case '-':
    case '_':
      return FACTORS.findLast((each) => each < factor - SLACK) ?? factor;
    case '0':
      return USUAL;
    default:
      return undefined;
  }
}

/** Without a menu nobody else answers these keys. Chromium itself keeps the factor, with the profile. */
export function followZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const factor = zoomAfter(input, contents.getZoomFactor(), process.platform === 'darwin');
    if (factor === undefined) return;
    event.preventDefault();
    contents.setZoomFactor(factor);
  });
}
