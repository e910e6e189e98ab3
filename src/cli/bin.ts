#!/usr/bin/env node
// The command. Loads as little as it can: every command imports what it needs when it is called.
import { main } from './main.js';
import { quietTimers } from './quiet-timers.js';

quietTimers();
process.exitCode = await main(process.argv.slice(2));
