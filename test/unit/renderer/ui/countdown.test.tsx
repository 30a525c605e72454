// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { Countdown, DeadlineLine } from '../../../../src/renderer/ui/Countdown.tsx';
import { handDrivenClock, T0 } from './hand-driven-clock.ts';

const translator = createTranslator('en', catalogues);

const pass = handDrivenClock();
const draw = (of: ReactNode) => render(<I18nextProvider i18n={translator}>{of}</I18nextProvider>).container;
const isLate = (container: Element): boolean => container.querySelector('.late') !== null;

describe.each([
  [
    'a countdown',
    (times: { dueAt: number; lateAt?: number }) => <Countdown {...times} />,
    ['1:00 left', 'due now', 'late by 0:01'],
  ],
  [
    'a deadline in a line',
    (times: { dueAt: number; lateAt?: number }) => <DeadlineLine label="Declare" {...times} />,
    ['Declare in 1:00', 'Declare due now', 'Declare late by 0:01'],
  ],
] as const)('%s', (_what, of, [left, due, late]) => {
  it('is late from its deadline on', () => {
    const container = draw(of({ dueAt: T0 + MINUTE_MS }));
    expect([container.textContent, isLate(container)]).toEqual([left, false]);
    pass(59 * SECOND_MS);
    expect([container.textContent, isLate(container)]).toEqual([left.replace('1:00', '0:01'), false]);
    pass(SECOND_MS);
    expect([container.textContent, isLate(container)]).toEqual([late.replace('0:01', '0:00'), true]);
    pass(SECOND_MS);
    expect([container.textContent, isLate(container)]).toEqual([late, true]);
  });

  it('of what is due at once is due now until that counts as late, and then late since it was due', () => {
    const container = draw(of({ dueAt: T0, lateAt: T0 + 5 * MINUTE_MS }));
    expect([container.textContent, isLate(container)]).toEqual([due, false]);
    pass(5 * MINUTE_MS - SECOND_MS);
    expect([container.textContent, isLate(container)]).toEqual([due, false]);
    pass(SECOND_MS);
    expect([container.textContent, isLate(container)]).toEqual([late.replace('0:01', '5:00'), true]);
  });

  it('is due now in the second before it', () => {
    const container = draw(of({ dueAt: T0 + SECOND_MS / 2, lateAt: T0 + SECOND_MS / 2 }));
    expect([container.textContent, isLate(container)]).toEqual([due, false]);
  });
});
