#!/usr/bin/env node
// The command. Loads as little as it can: every command imports what it needs when it is called.
import { main } from './main.js';
import { quietTimers } from './quiet-timers.js';

quietTimers();
// Here and not in the command: it holds for all that a process does, and this one is its own.
if (process.argv[2] === 'fuzz') (await import('./fuzz/small-heap.js')).keepHeapSmall();
process.exitCode = await main(process.argv.slice(2));
