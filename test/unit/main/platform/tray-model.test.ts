import { expect, test } from 'vitest';
import type { TrayEntry, TrayView } from '#shared/domain/alerting/tray-view.ts';
import { asIncidentId, asPageId } from '#shared/domain/ids.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { clockTime } from '../../../../src/main/platform/tray/clock-time.ts';
import { trayModel, type TrayMenuItem } from '../../../../src/main/platform/tray/tray-model.ts';

const words = { translator: createTranslator('en', catalogues), time: clockTime('en', 'UTC') };
const at = Date.UTC(2026, 10, 23, 2, 26);

const page = (number: number, rest: Partial<TrayEntry> = {}): TrayEntry => ({
  kind: 'page',
  pageId: asPageId(`p${number}`),
  title: `Page ${number}`,
  severity: 'SEV-2',
  late: false,
  deadline: { label: 'Acknowledged', at, isUpdate: false },
  ...rest,
});
const incident: TrayEntry = {
  kind: 'incident',
  incidentId: asIncidentId('i1'),
  title: 'Checkout is down',
  severity: 'SEV-1',
  late: true,
  deadline: { label: '', at, isUpdate: true },
};
const view = (entries: readonly TrayEntry[], rest: Partial<TrayView> = {}): TrayView => ({
  state: entries.length > 0 ? 'firing' : 'quiet',
  count: entries.length,
  degraded: false,
  entries,
  ...rest,
});
const labels = (items: readonly TrayMenuItem[]): string[] =>
  items.map((item) => (item.kind === 'separator' ? '-' : item.label));

test('with nothing open it says so, and whether the app itself is well', () => {
  const quiet = trayModel(view([]), words);
  expect(quiet).toMatchObject({ icon: 'quiet', title: '', tooltip: 'Tplus: nothing open' });
  expect(labels(quiet.menu)).toEqual(['Nothing open', '-', 'Open Tplus', 'Quit']);
  expect(trayModel(view([], { state: 'degraded', degraded: true }), words).tooltip).toBe(
    'Tplus: not fully working',
  );
});

test('the tooltip has the count, the worst entry and its deadline', () => {
  const model = trayModel(view([incident, page(1)], { state: 'late', degraded: true }), words);
  expect(model.icon).toBe('late');
  expect(model.title).toBe('2');
  expect(model.tooltip.split('\n')).toEqual([
    'Tplus: 2 open',
    'SEV-1 Checkout is down',
    'Status update late since 02:26',
    'Tplus: not fully working',
  ]);
  expect(trayModel(view([page(1)]), words).tooltip).toContain('Acknowledged by 02:26');
});

test('each page and incident has what can be done about it', () => {
  const { menu } = trayModel(view([incident, page(1)]), words);
  expect(menu).toEqual([
    {
      kind: 'submenu',
      label: 'SEV-2 Page 1 · Acknowledged by 02:26',
      items: [
        { kind: 'action', label: 'Acknowledge', action: { do: 'acknowledge', pageId: 'p1' } },
        { kind: 'action', label: 'Open', action: { do: 'open-page', pageId: 'p1' } },
      ],
    },
    { kind: 'separator' },
    {
      kind: 'submenu',
      label: 'SEV-1 Checkout is down · Status update late since 02:26',
      items: [
        { kind: 'action', label: 'Copy status update', action: { do: 'copy-update', incidentId: 'i1' } },
        { kind: 'action', label: 'Open', action: { do: 'open-incident', incidentId: 'i1' } },
      ],
    },
    { kind: 'separator' },
    { kind: 'action', label: 'Open Tplus', action: { do: 'open' } },
    { kind: 'action', label: 'Quit', action: { do: 'quit' } },
  ]);
});

test('ten of a kind are listed, the rest counted', () => {
  const { menu } = trayModel(view(Array.from({ length: 13 }, (_, index) => page(index))), words);
  expect(menu.filter(({ kind }) => kind === 'submenu')).toHaveLength(10);
  expect(labels(menu)).toContain('3 more…');
});

test('a long title gives way to the deadline, and a tooltip stays within what Windows shows', () => {
  const long = page(1, { title: '장애'.repeat(200) });
  const { tooltip, menu } = trayModel(view([long]), words);
  expect(tooltip.length).toBeLessThanOrEqual(127);
  expect(tooltip).toContain('by 02:26');
  expect(labels(menu)[0]?.length).toBeLessThan(130);
});

test('an entry without a deadline, and Korean', () => {
  const { deadline: _none, ...bare } = page(1);
  const { tooltip, menu } = trayModel(view([bare]), {
    ...words,
    translator: createTranslator('ko', catalogues),
  });
  expect(tooltip.split('\n')).toHaveLength(2);
  expect(labels(menu)[0]).toBe('SEV-2 Page 1');
  expect(clockTime('ko', 'Asia/Seoul')(at)).toBe('11:26');
});

test('what is of a drill is marked, and a running drill can be aborted', () => {
  const drill = { id: 'drill-1', title: 'CDN cache invalidated' };
  const waiting = trayModel(view([page(1, { drill: true })], { drill }), words);
  expect(waiting.tooltip.split('\n')).toEqual([
    'Tplus: 1 open',
    'DRILL · SEV-2 Page 1',
    'Acknowledged by 02:26',
    'Drill running: CDN cache invalidated',
  ]);
  expect(labels(waiting.menu)[0]).toBe('DRILL · SEV-2 Page 1 · Acknowledged by 02:26');
  expect(waiting.menu).toContainEqual({
    kind: 'action',
    label: 'Abort drill',
    action: { do: 'end-drill', drill: 'drill-1' },
  });
  const quiet = trayModel(view([], { drill }), words);
  expect(quiet.tooltip).toBe('Tplus: nothing open\nDrill running: CDN cache invalidated');
});

test('ten of a kind are all there; of more, the rest is counted', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, index) => page(index));
  const menu = (count: number) => labels(trayModel(view(pages(count)), words).menu);
  expect(menu(10).slice(9, 11)).toEqual([expect.stringContaining('Page 9'), '-']);
  expect(menu(11).slice(9, 12)).toEqual([expect.stringContaining('Page 9'), '1 more…', '-']);
});

test('a title that just fits is whole; a longer one is cut, and never within a character', () => {
  const line = (title: string) =>
    trayModel(view([page(1, { title })]), words)
      .tooltip.split('\n')[1]
      ?.slice('SEV-2 '.length);
  expect(line('x'.repeat(48))).toBe('x'.repeat(48));
  expect(line('x'.repeat(49))).toBe(`${'x'.repeat(47)}…`);
  const split = line(`${'x'.repeat(46)}\u{1f525}${'x'.repeat(9)}`) ?? '';
  expect(split.isWellFormed()).toBe(true);
  expect(split).toHaveLength(48);
});
