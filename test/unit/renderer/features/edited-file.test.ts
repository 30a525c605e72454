import { describe, expect, it } from 'vitest';
import {
  afterLook,
  isDirty,
  isOvertaken,
} from '../../../../src/renderer/features/playbook/editor/edited-file.ts';

const disk = { text: 'in the file', revision: '1' };
const theirs = { text: 'theirs', revision: '2' };
const draft = { text: 'typed', revision: '1' };

describe('an edit after a look at its file', () => {
  it.each([
    ['begins with the file', undefined, disk, undefined, 'in the file', '1', false],
    ['begins with the draft', undefined, disk, draft, 'typed', '1', false],
    ['keeps a draft whose file has changed, and knows it', undefined, theirs, draft, 'typed', '1', true],
    ['keeps a draft whose file is gone, and knows it', undefined, null, draft, 'typed', '1', true],
    [
      'lets go of a draft that the file says',
      undefined,
      disk,
      { text: disk.text, revision: '0' },
      'in the file',
      '1',
      false,
    ],
    ['follows the file while nothing is typed', { ...disk, disk }, theirs, undefined, 'theirs', '2', false],
    ['keeps what is typed', { ...draft, disk }, theirs, undefined, 'typed', '1', true],
    [
      'that was put back by somebody is level again',
      { ...draft, disk },
      { text: 'typed', revision: '3' },
      undefined,
      'typed',
      '3',
      false,
    ],
  ])('%s', (_what, edited, now, kept, text, revision, overtaken) => {
    const next = afterLook(edited, now, kept);
    expect(next).toEqual({ text, revision, disk: now });
    expect(next !== undefined && isOvertaken(next)).toBe(overtaken);
    expect(next !== undefined && isDirty(next)).toBe(text !== now?.text);
  });

  it('is none where there is neither file nor draft', () => {
    expect(afterLook(undefined, null, undefined)).toBeUndefined();
    expect(afterLook({ ...disk, disk }, null, undefined)).toBeUndefined();
  });
});
