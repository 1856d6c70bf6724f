import { describe, expect, it } from 'vitest'
import { dateOrders, dateOrdersByGroup, parseDate } from './dates.ts'

describe('the order of day and month', () => {
  it('is proven by the values of a group together, with examples of the proof', () => {
    expect(dateOrders(['27/03/2019', '04/05/2019', '04/04/2019', null])).toMatchObject({
      ...{ dayFirst: 1, monthFirst: 0, ambiguous: 2, order: 'day-first' },
      examples: { dayFirst: ['27/03/2019'], ambiguous: ['04/05/2019', '04/04/2019'] },
    })
    expect(dateOrders(['03/27/19', '04/05/19'])).toMatchObject({ monthFirst: 1, ambiguous: 1, order: 'month-first' })
  })

  it('stays undecided when nothing proves it, and when both orders are proven', () => {
    expect(dateOrders(['04/05/2019', '06/07/2019']).order).toBe('undecided')
    expect(dateOrders(['27/03/2019', '03/27/2019'])).toMatchObject({ dayFirst: 1, monthFirst: 1, order: 'undecided' })
    expect(dateOrders(['2019-03-27', '27-Mar-19', 43551])).toMatchObject({ clear: 2, serials: 1, order: 'not-needed' })
  })

  it('is proven apart for two offices in one file', () => {
    const cells = [
      ['Zimbabwe', '17/11/2021'],
      ['Zimbabwe', '06/04/2019'],
      ['Mozambique', '03/27/19'],
      ['Mozambique', '04/05/19'],
    ].map(([group, value]) => ({ group: group!, value: value! }))
    const evidence = dateOrdersByGroup(cells)
    expect([evidence.get('Zimbabwe')!.order, evidence.get('Mozambique')!.order]).toEqual(['day-first', 'month-first'])
    expect(dateOrders(cells.map(({ value }) => value)).order).toBe('undecided')
  })
})

describe('one date', () => {
  it.each([
    ['2019-03-27', '2019-03-27'],
    ['2017-03-30T00:00:00', '2017-03-30'],
    ['2019/3/7', '2019-03-07'],
    ['20190327', '2019-03-27'],
    ['27-Mar-19', '2019-03-27'],
    ['14/June/19', '2019-06-14'],
    ['27 de março de 2019', '2019-03-27'],
    ['quarta-feira, 27 de Março de 2019', '2019-03-27'],
    ['1 March 2015', '2015-03-01'],
    ['March 27, 2019', '2019-03-27'],
    ['1º de Dez. de 2020', '2020-12-01'],
    ['3 août 2021', '2021-08-03'],
    ['43551', '2019-03-27'],
    [43551, '2019-03-27'],
    [43551.6, '2019-03-27'],
    ['04/04/2019', '2019-04-04'],
  ])('%s is clear without any order', (value, iso) => {
    expect(parseDate(value, 'undecided')).toBe(iso)
  })

  it('is read by the order of its group', () => {
    expect(parseDate('04/05/19', 'day-first')).toBe('2019-05-04')
    expect(parseDate('04/05/19', 'month-first')).toBe('2019-04-05')
    expect(parseDate('19.08.14', 'day-first')).toBe('2014-08-19')
    expect(parseDate('01/07/2014 00:00', 'day-first')).toBe('2014-07-01')
    expect(parseDate('05/06/75', 'day-first')).toBe('1975-06-05')
  })

  it.each([
    ['04/05/2019', 'undecided', 'import.date-order-undecided'],
    ['04/05/2019', 'not-needed', 'import.date-order-undecided'],
    ['03/27/2019', 'day-first', 'import.date-against-order'],
    ['31/04/2019', 'day-first', 'import.date-impossible'],
    ['6/31/2019', 'month-first', 'import.date-impossible'],
    ['2019-02-30', 'not-needed', 'import.date-impossible'],
    ['32/13/2019', 'day-first', 'import.date-impossible'],
    ['15-21 June', 'day-first', 'import.not-a-date'],
    ['TBC', 'day-first', 'import.not-a-date'],
    ['2019', 'day-first', 'import.date-incomplete'],
    [2019, 'day-first', 'import.date-incomplete'],
    ['Septembre 2012', 'day-first', 'import.date-incomplete'],
    ['Mar-19', 'day-first', 'import.date-incomplete'],
    ['06/2019', 'day-first', 'import.date-incomplete'],
    [12, 'day-first', 'import.not-a-date'],
    [true, 'day-first', 'import.not-a-date'],
    [{ error: '#REF!' }, 'day-first', 'import.not-a-date'],
  ] as const)('%s (%s) is refused as %s', (value, order, code) => {
    expect(parseDate(value, order)).toMatchObject({ code })
  })

  it('is nothing when the cell is empty', () => {
    expect(parseDate(null, 'day-first')).toBeNull()
  })
})
