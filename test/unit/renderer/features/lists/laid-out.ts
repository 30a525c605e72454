import { vi } from 'vitest';

/** As high as the column of the list is taken to be, in px. */
export const COLUMN = 600;
const LINE = 58;
const LONG_LINE = 78;

/** happy-dom lays nothing out: gives the list's column and its lines sizes; a title that says `long` takes two lines. */
export function layOut(): void {
  const measured = (name: 'clientHeight' | 'offsetHeight' | 'scrollHeight', read: (of: Element) => number) =>
    vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function measure(this: HTMLElement) {
      return read(this);
    });
  const isColumn = (of: Element): boolean => of.matches('.open-list-scroll');
  measured('clientHeight', (of) => (isColumn(of) ? COLUMN : 0));
  measured('offsetHeight', (of) => (of.textContent.includes('long') ? LONG_LINE : LINE));
  measured('scrollHeight', (of) =>
    Number.parseFloat(of.querySelector<HTMLElement>('.many-pages')?.style.height ?? '0'),
  );
}

/** Scrolls the column, as a wheel would. */
export function scrollTo(top: number): void {
  column().scrollTop = top;
  column().dispatchEvent(new Event('scroll'));
}

export function column(): Element {
  const found = document.querySelector('.open-list-scroll');
  if (found === null) throw new Error('no list is drawn');
  return found;
}
