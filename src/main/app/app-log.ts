import { join } from 'node:path';
import type { MainLogger } from 'electron-log';

/** The app's own log file. Nothing of a page goes in: it may be sent to somebody for help. */
export type Report = (what: string, error?: unknown) => void;

/** Loaded at the first line: most runs of the app have nothing to say before they are on screen. */
export function createAppLog(userDataDir: string): Report {
  let logging: Promise<MainLogger> | undefined;
  return (what, error) => {
    logging ??= import('electron-log/main').then((module) => {
      module.default.transports.file.resolvePathFn = () => join(userDataDir, 'logs', 'main.log');
      module.default.transports.ipc.level = false;
      return module.default;
    });
    const detail = error instanceof Error ? (error.stack ?? error.message) : error;
    void logging.then((log) => log.warn(what, ...(detail === undefined ? [] : [detail])));
  };
}
