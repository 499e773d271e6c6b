/** Without these tests a link could run a script in a reader's browser. */
import { describe, expect, it } from 'vitest';
import { isStoryUrlTemplate, isWebAddress } from './webAddress.ts';

describe('web addresses', () => {
  it.each(['https://harbour.example/', 'http://harbour.example:8080/a?b=c#d'])('%s may be followed', (address) => {
    expect(isWebAddress(address)).toBe(true);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//harbour.example',
    'harbour.example',
    'https://user:word@harbour.example',
    'ftp://harbour.example',
    '',
  ])('%j may not', (address) => {
    expect(isWebAddress(address)).toBe(false);
  });
  it.each(['https://harbour.example/{language}/{slug}', 'https://harbour.example/{id}'])('%s makes story addresses', (template) => {
    expect(isStoryUrlTemplate(template)).toBe(true);
  });
  it.each(['https://harbour.example/', 'https://harbour.example/{title}/{slug}', 'javascript:{slug}'])('%s does not', (template) => {
    expect(isStoryUrlTemplate(template)).toBe(false);
  });
});
