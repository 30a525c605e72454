#!/usr/bin/env node
// @ts-check
import { main } from './cli/main.mjs';

// A reader that closes early (`tplus status | head -1`) is no error of ours.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));
