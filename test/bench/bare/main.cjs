// The floor: the least that a window costs with this runtime. Its page is that of whoever has it as `main`.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1360, height: 860 });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('bench: usable\n');
  });
  return window.loadFile(join(app.getAppPath(), 'index.html'));
});
