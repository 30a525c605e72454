/** Whether shortcuts are made with Cmd: asked of the browser, so that the parts below main's snapshot can know. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
