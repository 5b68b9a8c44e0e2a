import { expect, test } from 'vitest'
import { countingTrips, openHouse, openShared, publishHere } from '../support/worker.ts'
import { course } from '../support/works.ts'

test('a visitor reads a lesson without an account', async () => {
  const house = await openHouse()
  const answer = await house.get('/en/courses/basics/first')
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('Words of the lesson first')
  expect(html).toContain('CC BY-SA 4.0')
})

test('a public page costs three requests when everything is cold and none when it is kept', async () => {
  await openShared()
  const { work } = await publishHere(await course('never-read'))
  const house = await openHouse([work, 'tool/calls'])
  const slug = house.organisation.tenant.slug
  const cold = await countingTrips(() => house.get('/en/courses/never-read/first'))
  expect(cold.result.status).toBe(200)
  expect(cold.trips).toEqual(['registry-acme.turso.io', `sc-${slug}-acme.turso.io`, 'commons-acme.turso.io'])
  const kept = await countingTrips(() => house.get('/en/courses/never-read/first'))
  expect(kept.trips).toEqual([])
  expect(await kept.result.text()).toContain('Words of the lesson first')
})
