// @ts-check
import { connect } from 'node:net';

/** An X server on this machine answers at once; one across a network may take a while. */
const patienceMs = 3_000;

/**
 * Whether there is a display to open a window on. A shell that outlived its desktop, or came by ssh, still names one
 * that is gone, and Chromium then ends with a segmentation fault.
 *
 * @returns {Promise<boolean>}
 */
export async function hasDisplay() {
  if (process.env.WAYLAND_DISPLAY) return true;
  const addresses = addressesOf(process.env.DISPLAY ?? '');
  const answers = await Promise.all(addresses.map(isAnswering));
  return answers.includes(true);
}

/**
 * X(7), "Display names": `host:number.screen`, where no host is this machine.
 *
 * @param {string} display
 * @returns {(import('node:net').NetConnectOpts)[]} none when it is no name of a display
 */
function addressesOf(display) {
  const [, host = '', number = ''] = /^(.*):(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  if (number === '') return [];
  if (host !== '' && host !== 'unix') return [{ host, port: 6000 + Number(number) }];
  const path = `/tmp/.X11-unix/X${number}`;
  // Some servers listen in the abstract namespace only.
  return [{ path }, { path: `\0${path}` }];
}

/** @param {import('node:net').NetConnectOpts} address @returns {Promise<boolean>} */
function isAnswering(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    /** @param {boolean} answers */
    const settle = (answers) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(patienceMs, () => settle(false));
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
