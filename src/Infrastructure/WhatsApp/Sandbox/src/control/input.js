import { Refusal } from '../refusal.js';

/** @typedef {Record<string, unknown>} Body */

/** @param {string} field @param {string} message */
function invalid(field, message) {
  return new Refusal(400, 'invalid', `${field} ${message}`);
}

/** Digits without the plus sign. @param {unknown} value @param {string} field */
export function number(value, field) {
  const digits = typeof value === 'string' ? value.replace(/^\+/, '') : '';
  if (!/^[1-9]\d{5,14}$/.test(digits)) {
    throw invalid(field, 'must be a phone number in E.164 form.');
  }
  return digits;
}

/** @param {Body} body @param {string} field */
export function text(body, field) {
  const value = body[field];
  if (typeof value !== 'string' || !value) {
    throw invalid(field, 'must be a text.');
  }
  return value;
}

/** @param {Body} body @param {string} field @returns {string | undefined} */
export function optionalText(body, field) {
  return body[field] === undefined ? undefined : text(body, field);
}

/** @param {Body} body @param {string} field @returns {boolean | undefined} */
export function optionalFlag(body, field) {
  const value = body[field];
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalid(field, 'must be true or false.');
  }
  return value;
}

/** @param {Body} body @param {string} field @param {number} low @param {number} high @returns {number | undefined} */
export function optionalNumber(body, field, low, high) {
  const value = body[field];
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'number' || !(value >= low && value <= high)) {
    throw invalid(field, `must be a number from ${low} to ${high}.`);
  }
  return value;
}

/** @template {string} T @param {unknown} value @param {string} field @param {readonly T[]} choices @returns {T} */
export function oneOf(value, field, choices) {
  const found = choices.find(choice => choice === value);
  if (!found) {
    throw invalid(field, `must be one of ${choices.join(', ')}.`);
  }
  return found;
}
