// Where the project keeps what it brought and started for the brokers: git does not see it.
import { fileURLToPath } from 'node:url';

export const HOME = fileURLToPath(new URL('../../.ce-conform/brokers/', import.meta.url));
