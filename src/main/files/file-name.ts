/** What a name may not have on some system: separators, what Windows reserves, controls, and what hides or reorders text. */
const UNSAFE =
  /[/\\<>:"|?*\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]+/g;
/** Devices of Windows, whatever comes after a dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** UTF-16 units; file systems take 255 bytes, and one unit may need three. */
const MAX_LENGTH = 60;

/** A suggested file name made harmless: one name, visible, allowed on every system. The extension is kept. */
export function cleanFileName(name: string): string {
  const clean = trimmed(name.toWellFormed().normalize('NFC').replace(UNSAFE, '-'));
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  const cut = clean.slice(0, Math.min(MAX_LENGTH, clean.length - extension.length));
  const stem = trimmed(cut.isWellFormed() ? cut : cut.slice(0, -1));
  if (stem === '') return `tplus${extension}`;
  return `${RESERVED.test(stem) ? '-' : ''}${stem}${extension}`;
}

/** Leading dots hide a file; trailing ones, and spaces, are lost on Windows. */
function trimmed(name: string): string {
  return name.replace(/^[.\s-]+/, '').replace(/[.\s]+$/, '');
}
