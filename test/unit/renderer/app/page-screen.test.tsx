// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Severity } from '#shared/domain/severity.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

describe('a page that nobody has taken', () => {
  it.each<[Severity, boolean]>([
    ['SEV-1', true],
    ['SEV-2', true],
    ['SEV-3', false],
    ['SEV-4', false],
  ])('of %s can be declared: %s (process document 2.1)', async (severity, declared) => {
    openWindow(({ log }) => void receivePage(log, { severity }));
    await screen.findByRole('button', { name: 'Acknowledge' });
    expect(screen.queryByRole('button', { name: 'Declare incident' }) !== null).toBe(declared);
  });
});
