// First step of `npm test`: stops at once, with the install line, when there is no Chromium to drive.
import { chromiumHelp, findChromium } from './chromium.mjs';

const path = findChromium();
if (path) {
  process.stdout.write(`Chromium: ${path}\n`);
} else {
  process.stderr.write(`${chromiumHelp()}\n`);
  process.exitCode = 1;
}
