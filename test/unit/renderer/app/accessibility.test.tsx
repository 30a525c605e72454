// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { goTo, type Place } from '../../../../src/renderer/bridge/view.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

async function violations(): Promise<string[]> {
  // Without a layout engine there are no colours to judge.
  const { violations: found } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const places: readonly (readonly [Place, { en: string; ko: string }])[] = [
  ['settings', { en: 'Settings', ko: '설정' }],
  ['health', { en: 'Health', ko: '앱 상태' }],
  ['playbook', { en: 'Playbook', ko: '플레이북' }],
  ['welcome', { en: 'Ready for the next page', ko: '다음 호출을 받을 준비가 되었습니다' }],
];

describe.each(['en', 'ko'] as const)('axe finds nothing, in %s, on', (language) => {
  it('the incident and the list', async () => {
    openWindow(
      ({ log }) => {
        log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: Date.now() })] });
        receivePage(log, { title: 'Another', severity: 'SEV-4', startedAt: Date.now() });
      },
      { language },
    );
    await screen.findByRole('timer');
    await screen.findByText(language === 'en' ? 'Page acknowledged' : '호출 확인');
    expect(await violations()).toEqual([]);
  });

  it('a page', async () => {
    openWindow(
      ({ log }) =>
        receivePage(log, {
          startedAt: Date.now(),
          links: [{ label: 'Grafana', url: 'https://grafana.example.com' }],
          warnings: [{ path: 'severity', detail: 'is not known' }],
          labels: { cluster: 'prod' },
        }),
      { language },
    );
    await screen.findByRole('timer');
    expect(await violations()).toEqual([]);
  });

  it.each(places)('%s', async (place, titles) => {
    openWindow(undefined, { language });
    await screen.findByRole('main');
    goTo(place);
    await screen.findByRole('heading', { level: 1, name: titles[language] });
    expect(await violations()).toEqual([]);
  });
});
