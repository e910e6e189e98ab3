// What goes wrong with URIs and URI-references.
import { isUriReference } from '../../../../event/uri.js';
import { type Fault, fault } from '../../../fault.js';
import { ofAll, onAttribute, unchecked } from './unchecked.js';

const CHARACTERS = 'core.type.str-control';

export const URI_EMIT_FAULTS: readonly Fault[] = [
  fault('core.source.nonempty/empty', 'emits an empty source', unchecked(['core.source.empty'])),
  fault(
    'core.source.nonempty/any-text',
    'takes any text for a source',
    unchecked(['core.type.uriref-bad', CHARACTERS], { only: ofAll((name) => name === 'source') }),
  ),
  fault(
    'core.source.nonempty/iri',
    'takes an IRI for a URI-reference',
    unchecked(['core.type.uriref-bad'], { only: ofAll((_, text) => /[^\0-\x7f]/.test(text)) }),
  ),
  fault(
    'core.source.absolute/file',
    'takes the URI of a file for its path',
    onAttribute('source', (text) => text.replace(/^file:\/\//, '')),
  ),
  fault(
    'core.type.uri/relative',
    'emits a dataschema that is a relative reference',
    unchecked(['core.type.uri-relative'], { only: ofAll((_, text) => isUriReference(text)) }),
  ),
  fault('core.dataschema.uri/empty', 'emits an empty dataschema', unchecked(['core.dataschema.empty'])),
  fault(
    'core.dataschema.uri/any-text',
    'emits a dataschema that is no URI-reference at all',
    unchecked(['core.type.uri-relative', CHARACTERS], {
      only: ofAll((name, text) => name === 'dataschema' && !isUriReference(text)),
    }),
  ),
];
