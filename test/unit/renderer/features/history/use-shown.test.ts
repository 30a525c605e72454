// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useDashboard } from '../../../../../src/renderer/features/history/use-shown.ts';
import { setClock } from '../../../../../src/renderer/ui/ticker.ts';
import { builtInPlaybook } from '../../../shared/domain/playbook/built-in.ts';

const PLAYBOOK = builtInPlaybook('en');

afterEach(() => setClock(0, undefined));

it('goes on to another month when it begins where the playbook is, and is the same until then', () => {
  setClock(0, Date.parse('2026-11-30T23:59:58+09:00'));
  const { result } = renderHook(() => useDashboard([], PLAYBOOK));
  const november = result.current;
  expect(november.months.at(-1)?.key).toBe('2026-11');
  act(() => setClock(0, Date.parse('2026-11-30T23:59:59+09:00')));
  expect(result.current).toBe(november);
  act(() => setClock(0, Date.parse('2026-12-01T00:00:00+09:00')));
  expect(result.current.months.at(-1)?.key).toBe('2026-12');
});
