import { Refusal } from '../refusal.js';
import { number } from './input.js';

/** @param {import('../network/directory.js').Directory} directory @param {unknown} value @param {'phone' | 'customer'} [role] */
export function find(directory, value, role) {
  const account = directory.accounts.get(number(value, 'number'));
  if (!account || (role && account.data.role !== role)) {
    throw new Refusal(404, 'unknown_number', `Nobody has this number${role ? ` as a ${role}` : ''}.`);
  }
  return account;
}
