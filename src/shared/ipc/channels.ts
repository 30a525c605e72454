import type { PushName, RequestName } from './contract.ts';

/**
 * The contract's names, without its schemas: the preload is loaded before anything is on screen, and has no use for them.
 * The types hold the lists to the contract: a name too few or too many fails the build.
 */
const requests: Readonly<Record<RequestName, true>> = {
  'log.read': true,
  'log.ids': true,
  'log.fetch': true,
  'log.offer': true,
  'command.run': true,
  'app.snapshot': true,
  'settings.change': true,
  'token.show': true,
  'token.renew': true,
  'page.test': true,
  'page.original': true,
  'clipboard.write': true,
  'link.open': true,
  'file.save': true,
  'document.pdf': true,
  'file.open': true,
  'playbook.read': true,
  'playbook.text': true,
  'playbook.check': true,
  'playbook.save': true,
  'playbook.create': true,
  'playbook.duplicate': true,
  'playbook.delete': true,
  'playbook.reveal': true,
  'window.picture': true,
  'import.read': true,
  'import.take': true,
  'degraded.dismiss': true,
  'window.usable': true,
};
const pushes: Readonly<Record<PushName, true>> = {
  'log.appended': true,
  'app.changed': true,
  'sources.heard': true,
  'window.go': true,
};

export const requestNames = Object.keys(requests) as readonly RequestName[];
export const pushNames = Object.keys(pushes) as readonly PushName[];

export const requestChannel = (name: RequestName): string => `tplus:request:${name}`;
export const pushChannel = (name: PushName): string => `tplus:push:${name}`;
