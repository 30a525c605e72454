import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}
interface AxeViolation {
  readonly id: string;
  readonly impact?: string | null;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}
interface AxeGlobal {
  readonly axe: { run(context: unknown, options: unknown): Promise<{ violations: readonly AxeViolation[] }> };
}

/** Waits until the size is drawn and nothing is on its way to another look: half a colour is no contrast. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise<unknown>((drawn) => requestAnimationFrame(drawn));
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** What stands in the way of assistive technology, by axe-core; one line each, its impact first. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  await untilStill(page);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as AxeGlobal;
    const { violations: found } = await axe.run(
      // Focus guards of dialogs and menus: never focused for longer than it takes to pass the focus on.
      { exclude: [['[data-base-ui-focus-guard]']] },
      { resultTypes: ['violations'] },
    );
    return found;
  });
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${impact ?? 'minor'} ${id}: ${help} at ${target.join(' ')}. ${failureSummary.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}

/**
 * Parts that are wider than their place, text that is cut without saying so, and a tab alone on a line; one line each. Once
 * two looks agree.
 */
export async function layoutTroubles(page: Page): Promise<string[]> {
  let before: string[] | undefined;
  for (;;) {
    await untilStill(page);
    const troubles = await measuredTroubles(page);
    if (before?.join('\n') === troubles.join('\n')) return troubles;
    before = troubles;
  }
}

function measuredTroubles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const troubles: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + slack)
      troubles.push(`the page scrolls sideways: ${root.scrollWidth}`);
    if (root.scrollHeight > root.clientHeight + slack)
      troubles.push(`the page itself scrolls: ${root.scrollHeight}`);

    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const scrolls = [overflowX, overflowY].some((each) => each === 'auto' || each === 'scroll');
      // Code keeps its lines, and tabs may be more than fit: those scroll by design.
      if (
        scrolls &&
        !element.matches('pre, .tabs-list, textarea') &&
        element.scrollWidth > element.clientWidth + slack
      )
        troubles.push(`scrolls sideways: ${name(element)} ${element.scrollWidth} > ${element.clientWidth}`);
    }

    const isHidden = (element: Element): boolean =>
      element.closest('.visually-hidden, [aria-hidden="true"], [hidden], option') !== null ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    /** The nearest ancestor that cuts sideways, unless it says so by an ellipsis or can be scrolled. */
    const cutterOf = (from: Element): Element | undefined => {
      for (let each: Element | null = from; each !== null; each = each.parentElement) {
        const { overflowX, textOverflow, position } = getComputedStyle(each);
        if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') return undefined;
        if (overflowX === 'hidden' || overflowX === 'clip') return each;
        if (position === 'fixed') return undefined;
      }
      return undefined;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || isHidden(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0) continue;
      const cutter = cutterOf(parent)?.getBoundingClientRect();
      const right = Math.min(cutter?.right ?? Number.POSITIVE_INFINITY, window.innerWidth);
      const left = Math.max(cutter?.left ?? Number.NEGATIVE_INFINITY, 0);
      const scrolled = parent.closest('.tabs-list, pre') !== null;
      if (
        !scrolled &&
        cutterOf(parent) !== undefined &&
        (rect.right > right + slack || rect.left < left - slack)
      )
        troubles.push(
          `cut: ${name(parent)} ${Math.round(rect.left)}..${Math.round(rect.right)} in ${left}..${right}`,
        );
    }

    // Tabs that need several lines share them: none stands alone under three others.
    for (const list of document.querySelectorAll('[role="tablist"]')) {
      const tops = [...list.querySelectorAll('[role="tab"]')]
        .filter((tab) => !isHidden(tab))
        .map((tab) => Math.round(tab.getBoundingClientRect().top));
      const ofLine = (top: number | undefined): number => tops.filter((each) => each === top).length;
      if (ofLine(tops[0]) > 2 && tops[0] !== tops.at(-1) && ofLine(tops.at(-1)) === 1)
        troubles.push(`alone on its line: the last tab of ${name(list)}`);
    }

    // A button's words stay inside the button.
    for (const button of document.querySelectorAll('button, [role="tab"], .badge, .tag')) {
      if (isHidden(button)) continue;
      if (button.scrollWidth > button.clientWidth + slack && getComputedStyle(button).overflowX === 'visible')
        troubles.push(`wider than its button: ${name(button)}`);
    }
    return troubles;
  });
}

/**
 * What acts and cannot be brought into the window: no scrolling shows it, or something else lies over it; one line each.
 * What it scrolls to look goes back to where it was.
 */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const acting = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="menuitem"]';
    // What lies over the rest is what can be used.
    const over =
      document.querySelector('[role="dialog"], [role="menu"]') ??
      document.querySelector('.shell-list[data-over]:not([hidden])') ??
      document;
    const scrolled = [...document.querySelectorAll('*')].map((each) => [each, each.scrollTop] as const);
    const troubles: string[] = [];
    for (const element of over.querySelectorAll<HTMLElement>(acting)) {
      const isHidden =
        element.closest('.visually-hidden, [aria-hidden="true"], [hidden], [inert]') !== null ||
        !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (isHidden) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()} "${element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 40)}"`;
      if (left < -slack || right > window.innerWidth + slack)
        troubles.push(`beside the window: ${name} ${Math.round(left)}..${Math.round(right)}`);
      // What is higher than the window is scrolled through.
      const isTall = bottom - top > window.innerHeight;
      if (!isTall && (top < -slack || bottom > window.innerHeight + slack))
        troubles.push(`above or below the window: ${name} ${Math.round(top)}..${Math.round(bottom)}`);
      const [x, y] = [(left + right) / 2, Math.min(Math.max((top + bottom) / 2, 1), window.innerHeight - 1)];
      const hit = document.elementFromPoint(x, y);
      const isSeen =
        hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label') !== null);
      if (!isSeen) troubles.push(`covered: ${name} by ${hit?.tagName.toLowerCase()}.${hit?.className}`);
    }
    for (const [element, top] of scrolled) if (element.scrollTop !== top) element.scrollTop = top;
    return troubles;
  });
}
