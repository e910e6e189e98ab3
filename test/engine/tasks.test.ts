import { describe, expect, it } from 'vitest';
import { TASKS } from '../../src/engine/case.js';
import { isAskedOf, tasksOf } from '../../src/engine/tasks.js';

describe('tasksOf', () => {
  it('follows from how a target is reached, in the order of all tasks', () => {
    expect(tasksOf('url')).toEqual(['decode']);
    expect(tasksOf('sink')).toEqual(['decode', 'forward']);
    expect(tasksOf('filtered-sink')).toEqual(['decode', 'forward', 'filter']);
    expect(tasksOf('adapter')).toEqual(['decode', 'encode', 'forward', 'evaluate']);
    expect(tasksOf('capture')).toEqual(['capture']);
  });

  it('leaves no task out', () => {
    const all = (['url', 'filtered-sink', 'adapter', 'capture', 'broker'] as const).flatMap(tasksOf);
    expect(new Set(all)).toEqual(new Set(TASKS));
  });
});

describe('isAskedOf', () => {
  it.each([
    ['receiver', ['decode'], true],
    ['receiver', ['encode', 'capture', 'forward'], false],
    ['producer', ['encode'], true],
    ['producer', ['capture'], true],
    ['producer', ['decode', 'forward'], false],
    ['intermediary', ['forward'], true],
    ['intermediary', ['decode', 'encode'], false],
    ['any', ['capture'], true],
    ['any', [], false],
    ['engine', ['evaluate'], true],
    ['engine', ['decode', 'encode', 'filter'], false],
    ['broker', ['filter'], true],
    ['broker', ['forward', 'evaluate'], false],
    ['any', ['evaluate', 'filter'], false],
  ] as const)('a rule for %s and who does %j: %s', (role, tasks, isAsked) => {
    const id = ['engine', 'broker'].includes(role) ? 'cesql.any' : 'core.any';
    expect(isAskedOf({ id, role }, tasks, ['http'])).toBe(isAsked);
  });
});
