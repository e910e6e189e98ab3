// The whole suite: requirements, cases, profiles, put together for the engine.
import { createHash } from 'node:crypto';
import type { Case } from '../src/engine/case.js';
import { ConformError, EXIT } from '../src/engine/error.js';
import type { Requirement } from '../src/engine/requirement.js';
import type { Suite } from '../src/engine/suite.js';
import { captureCases } from './emission/capture-case.js';
import { emissionCasesOf, emittedBaselineOf } from './emission/case.js';
import { EMISSION_RULES } from './emission/rules/index.js';
import { type EncodedRequests, loadEncodedRequests, NOT_ENCODED } from './encoded-requests.js';
import { evaluationCaseOf } from './expression/evaluation-case.js';
import { filterCaseOf } from './expression/filter-case.js';
import { type Fixtures, loadFixtures } from './fixtures.js';
import { PROFILES } from './profiles.js';
import { loadRegistry, type Registry } from './registry.js';
import { relayCasesOf } from './relay/case.js';
import { baselineOf, casesOf } from './vector/case.js';
import type { BaseEvent } from './vector/event.js';

let loaded: Suite | undefined;

/**
 * The suite of the package: its registry and vectors, which are read once. Throws (exit 4) for a vector that no requirement stands
 * behind.
 */
export function loadSuite(): Suite {
  if (loaded !== undefined) return loaded;
  const fixtures = loadFixtures();
  loaded = assemble(loadRegistry(), fixtures, loadEncodedRequests(fixtures.digest));
  return loaded;
}

// Vectors and rules are about requirements that there are.
function requirementOf(id: string, registry: Registry): Requirement {
  const found = registry.requirements.get(id);
  if (found === undefined) throw broken(`there is no requirement ${id}, though a vector or a rule is about it`);
  return found;
}

/** Puts a suite together; its cases stand in the order of the registry. */
export function assemble(registry: Registry, fixtures: Fixtures, encoded: EncodedRequests = NOT_ENCODED): Suite {
  const vectors = fixtures.files.flatMap((file) => fileCases(file, registry, fixtures.base.event, encoded));
  const cases = [...vectors, ...captureCases((id) => requirementOf(id, registry))];
  const byId = new Map(cases.map((item) => [item.id, item]));
  if (byId.size !== cases.length) throw broken(`two vectors make the case ${firstRepeated(cases)}`);
  const byRequirement = new Map<string, Case[]>([...registry.requirements.keys()].map((id) => [id, []]));
  for (const item of cases) byRequirement.get(item.requirement.id)?.push(item);
  return {
    digest: createHash('sha256')
      .update(fixtures.digest)
      .update(JSON.stringify([...registry.requirements.values()]))
      .digest('hex'),
    requirements: registry.requirements,
    positions: registry.positions,
    cases: [...byRequirement.values()].flat(),
    profiles: PROFILES,
    baseline: (carrier, task = 'decode') =>
      baseline(byId, task === 'decode' ? baselineOf(carrier) : emittedBaselineOf(carrier)),
  };
}

function fileCases(
  file: Fixtures['files'][number],
  registry: Registry,
  base: BaseEvent,
  encodedRequests: EncodedRequests,
): readonly Case[] {
  if (file.exchange === 'encode') {
    return file.vectors.flatMap((vector) => {
      const rule = EMISSION_RULES.find(({ requirement }) => requirement === vector.requirement);
      if (rule === undefined) throw broken(`no rule stands behind the vector ${vector.requirement}/${vector.variant}`);
      return emissionCasesOf(vector, requirementOf(vector.requirement, registry), rule, base);
    });
  }
  if (file.exchange === 'evaluate') {
    return file.vectors.map((vector) => evaluationCaseOf(vector, requirementOf(vector.requirement, registry), base));
  }
  if (file.exchange === 'filter') {
    return file.vectors.map((vector) => filterCaseOf(vector, requirementOf(vector.requirement, registry), base));
  }
  if (file.exchange === 'relay') {
    return file.vectors.flatMap((vector) => relayCasesOf(vector, requirementOf(vector.requirement, registry), base));
  }
  const task = file.exchange ?? 'decode';
  return file.vectors.flatMap((vector) =>
    casesOf(vector, requirementOf(vector.requirement, registry), base, { task, encodedRequests }),
  );
}

function baseline(byId: ReadonlyMap<string, Case>, id: string): Case {
  const item = byId.get(id);
  if (item === undefined) throw broken(`there is no ${id}`);
  return item;
}

function firstRepeated(cases: readonly Case[]): string {
  const seen = new Set<string>();
  return cases.find(({ id }) => seen.size === seen.add(id).size)?.id ?? '';
}

const broken = (message: string): ConformError =>
  new ConformError({ code: 'suite.broken', message, exit: EXIT.harness });
