import type { Suite } from '../src/engine/suite.js';
import { type EncodedRequests } from './encoded-requests.js';
import { type Fixtures } from './fixtures.js';
import { type Registry } from './registry.js';
/** Loads registry and vectors from the package. Throws (exit 4) for a vector that no requirement stands behind. */
export declare function loadSuite(): Suite;
/** Puts a suite together; its cases stand in the order of the registry. */
export declare function assemble(registry: Registry, fixtures: Fixtures, encoded?: EncodedRequests): Suite;
