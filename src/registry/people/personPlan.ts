/** How two registrations are compared: names in either order, birth, sex, origin, site, phone, document; and which pairs are worth comparing at all. */
import type { Plan } from '../../engines/linkage/index.ts'

const names = ['given', 'family']

export const personPlan: Plan = {
  comparisons: [
    { kind: 'names', name: 'names', given: 'given', family: 'family' },
    { kind: 'date', name: 'birth', column: 'birth' },
    { kind: 'code', name: 'sex', column: 'sex' },
    { kind: 'code', name: 'origin', column: 'origin', rarity: true },
    { kind: 'code', name: 'site', column: 'site', rarity: true },
    { kind: 'phone', name: 'phone', column: 'phone', atMostBits: 40 },
    { kind: 'phone', name: 'document', column: 'document', atMostBits: 40 },
  ],
  rules: [
    { name: 'document', parts: [{ columns: ['document'], take: 'same' }] },
    {
      name: 'phone and sex',
      parts: [
        { columns: ['phone'], take: 'same' },
        { columns: ['sex'], take: 'same' },
      ],
    },
    {
      name: 'names and birth year',
      parts: [
        { columns: names, take: 'sound', join: 'all' },
        { columns: ['birth'], take: 'year' },
      ],
    },
    {
      name: 'birth and name',
      parts: [
        { columns: names, take: 'firstSound' },
        { columns: ['birth'], take: 'fullDate' },
      ],
    },
    {
      name: 'names and origin',
      parts: [
        { columns: names, take: 'firstSound', join: 'all' },
        { columns: ['origin'], take: 'same' },
      ],
    },
    {
      name: 'birth and origin',
      parts: [
        { columns: ['birth'], take: 'fullDate' },
        { columns: ['origin'], take: 'same' },
        { columns: ['sex'], take: 'same' },
      ],
    },
    {
      name: 'either name, birth year and origin',
      parts: [
        { columns: names, take: 'sound' },
        { columns: ['birth'], take: 'year' },
        { columns: ['origin'], take: 'same' },
        { columns: ['sex'], take: 'same' },
      ],
    },
    // A slip of the pen changes the sound of a name, but seldom both its beginning and its end.
    {
      name: 'beginnings of names and origin',
      parts: [
        { columns: names, take: { start: 3 }, join: 'all' },
        { columns: ['origin'], take: 'same' },
        { columns: ['sex'], take: 'same' },
      ],
    },
    {
      name: 'ends of names and origin',
      parts: [
        { columns: names, take: { end: 3 }, join: 'all' },
        { columns: ['origin'], take: 'same' },
        { columns: ['sex'], take: 'same' },
      ],
    },
    {
      name: 'beginnings of names and site',
      parts: [
        { columns: names, take: { start: 3 }, join: 'all' },
        { columns: ['site'], take: 'same' },
      ],
    },
    {
      name: 'names and site',
      parts: [
        { columns: names, take: 'firstSound', join: 'all' },
        { columns: ['site'], take: 'same' },
      ],
    },
    {
      name: 'given name, origin and site',
      parts: [
        { columns: ['given'], take: 'firstSound' },
        { columns: ['origin'], take: 'same' },
        { columns: ['site'], take: 'same' },
      ],
    },
    // Where a list holds little else than names. Common ones say too little without a second sign, and would be most of the work.
    { name: 'names', parts: [{ columns: names, take: 'sound', join: 'all' }], largest: 10 },
    { name: 'first names', parts: [{ columns: names, take: 'firstSound', join: 'all' }], largest: 10 },
  ],
  household: [
    { name: 'phone', parts: [{ columns: ['phone'], take: 'same' }] },
    {
      name: 'family, site and origin',
      parts: [
        { columns: ['family'], take: 'lastSound' },
        { columns: ['site'], take: 'same' },
        { columns: ['origin'], take: 'same' },
      ],
    },
  ],
  learnOn: ['document', 'phone and sex', 'birth and origin', 'names and birth year'],
  certain: {
    recall: 0.7,
    rules: [
      {
        name: 'names and birth',
        parts: [
          { columns: names, take: 'sound', join: 'all' },
          { columns: ['birth'], take: 'fullDate' },
          { columns: ['sex'], take: 'same' },
        ],
      },
      {
        name: 'names and phone',
        parts: [
          { columns: names, take: 'firstSound', join: 'all' },
          { columns: ['phone'], take: 'same' },
          { columns: ['sex'], take: 'same' },
        ],
      },
    ],
  },
}

/** Who searches knows little: a phone alone, or one word of a name, must find its people, as long as they are not half the list. */
export const searchPlan: Plan = {
  ...personPlan,
  rules: [
    ...personPlan.rules,
    { name: 'phone', parts: [{ columns: ['phone'], take: 'same' }] },
    { name: 'a word of a name', parts: [{ columns: names, take: 'eachSound' }], largest: 1000 },
  ],
}
