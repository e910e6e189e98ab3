// A CESQL expression as a filter, read once and asked of every event.
import { type CesqlEvent, compile, parse } from 'ce-conform/cesql';

const order: CesqlEvent = { specversion: '1.0', id: '1', source: '/shop', type: 'com.example.order', sequence: '5' };
const invoice: CesqlEvent = { specversion: '1.0', id: '2', source: '/shop', type: 'com.example.invoice' };
const parsed = parse("type LIKE 'com.example.%' AND EXISTS sequence");
if (parsed.kind !== 'parsed') throw new Error(parsed.error.message);
const isWanted = compile(parsed.expression);
console.log('an order:', isWanted(order).value, 'an invoice:', isWanted(invoice).value);
